import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

draw = np.random.default_rng(0).standard_normal
state = {
    "in_proj_weight": torch.tensor(draw((18, 6), "float32")),
    "out_proj.weight": torch.tensor(draw((6, 6), "float32")),
}
x = torch.tensor(0.5 * draw((2, 5, 6), "float32"), requires_grad=True)
upstream = torch.tensor(draw((2, 5, 6), "float32"))
q, k, v = torch.tensor(draw((3, 2, 2, 5, 3), "float32"))

# True where a position may be attended to.
steps = torch.arange(5)
near = (steps[:, None] - steps).abs() < 2
real = steps < torch.tensor([[5], [3]])

attention = nn.MultiheadAttention(6, 2, bias=False, batch_first=True)
attention.load_state_dict(state)
layer_with_same_mask, _ = attention(x, x, x, attn_mask=near)
all_but_near = layer_with_same_mask
layer, _ = attention(x, x, x, attn_mask=~near)
layer.backward(upstream)
layer_gradient = x.grad
padding, _ = attention(x, x, x, key_padding_mask=~real)
later = nn.Transformer.generate_square_subsequent_mask(5)
causal, _ = attention(x, x, x, attn_mask=later)

function = F.scaled_dot_product_attention(q, k, v, attn_mask=near)
causal_function = F.scaled_dot_product_attention(
    q, k, v, is_causal=True
)


def first(outputs):
    return outputs[0, 0].detach().numpy().round(4)


print("attn_mask=near: ", first(layer_with_same_mask))
print("attn_mask=~near:", first(layer))
print("function, attn_mask=near:", function[0, 0, 0].numpy().round(4))
