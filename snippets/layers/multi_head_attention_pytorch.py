import numpy as np
import torch
from torch import nn

draw = np.random.default_rng(0).standard_normal
state = {
    "in_proj_weight": torch.tensor(draw((18, 6), "float32")),
    "in_proj_bias": torch.tensor(draw(18, "float32")),
    "out_proj.weight": torch.tensor(draw((6, 6), "float32")),
    "out_proj.bias": torch.tensor(draw(6, "float32")),
}
query = torch.tensor(0.5 * draw((2, 3, 6), "float32"))
memory = torch.tensor(0.5 * draw((2, 5, 6), "float32"))
upstream = torch.tensor(draw((2, 3, 6), "float32"))
query.requires_grad_()

attention = nn.MultiheadAttention(
    embed_dim=6, num_heads=2, batch_first=True
)
attention.load_state_dict(state)
parameters = sum(p.numel() for p in attention.parameters())
parameters_for_6 = parameters

outputs, scores = attention(
    query, memory, memory, average_attn_weights=False
)
outputs.backward(upstream)
weight_gradients = {
    name: parameter.grad
    for name, parameter in attention.named_parameters()
}
query_gradient = query.grad
_, scores_by_default = attention(query, memory, memory)
scores_mean = scores_by_default

print(parameters, "parameters:")
for name, parameter in attention.named_parameters():
    print(f"  {name:15} {tuple(parameter.shape)}")
print("outputs:", outputs[0, 0].detach().numpy().round(4))
print("scores by default:", tuple(scores_by_default.shape))
