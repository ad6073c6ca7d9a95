import numpy as np
import torch
from torch import nn

SHAPES = {
    "self_attn.in_proj_weight": (24, 8),
    "self_attn.in_proj_bias": (24,),
    "self_attn.out_proj.weight": (8, 8),
    "self_attn.out_proj.bias": (8,),
    "linear1.weight": (16, 8),
    "linear1.bias": (16,),
    "linear2.weight": (8, 16),
    "linear2.bias": (8,),
    "norm1.weight": (8,),
    "norm1.bias": (8,),
    "norm2.weight": (8,),
    "norm2.bias": (8,),
}
draw = np.random.default_rng(0).standard_normal
state = {
    name: torch.tensor(0.5 * draw(shape, "float32"))
    for name, shape in SHAPES.items()
}
x = torch.tensor(draw((2, 4, 8), "float32"))
upstream = torch.tensor(draw((2, 4, 8), "float32"))


# --8<-- [start:layer]
def run(norm_first):
    layer = nn.TransformerEncoderLayer(
        d_model=8,
        nhead=2,
        dim_feedforward=16,
        norm_first=norm_first,
        batch_first=True,
    )
    layer.load_state_dict(state)
    layer.eval()  # no dropout
    inputs = x.clone().requires_grad_()
    outputs = layer(inputs)
    outputs.backward(upstream)
    gradients = {name: p.grad for name, p in layer.named_parameters()}

    layer.train()
    with torch.no_grad():
        many = layer(x[:1].repeat(4000, 1, 1))
    spread = many.std(dim=0)
    return outputs.detach(), {**gradients, "input": inputs.grad}, spread


torch.manual_seed(0)
post_norm, post_norm_gradients, post_norm_spread = run(norm_first=False)
pre_norm, pre_norm_gradients, pre_norm_spread = run(norm_first=True)
print("norm behind:", post_norm[0, 0].numpy().round(4))
print("norm before:", pre_norm[0, 0].numpy().round(4))
print("scatter by dropout:", pre_norm_spread[0].numpy().round(1))
# --8<-- [end:layer]
