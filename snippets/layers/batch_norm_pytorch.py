import numpy as np
import torch
from torch import nn

draw = np.random.default_rng(0).standard_normal
spread = np.array([0.5, 2.0, 1.0], "float32")
batches = torch.tensor(2 + spread * draw((20, 6, 3), "float32"))
new = torch.tensor(2 + spread * draw((4, 3), "float32"))
upstream = torch.tensor(draw((6, 3), "float32"))
weight, bias = torch.tensor(draw((2, 3), "float32"))

norm = nn.BatchNorm1d(3)
kept_by_default, epsilon_by_default = 1 - norm.momentum, norm.eps
with torch.no_grad():
    norm.weight.copy_(weight)
    norm.bias.copy_(bias)

first = batches[0].clone().requires_grad_()
training_outputs = norm(first)
training_outputs.backward(upstream)
training_gradients = {
    "weight": norm.weight.grad,
    "bias": norm.bias.grad,
    "input": first.grad,
}
with torch.no_grad():
    for batch in batches[1:]:
        norm(batch)
running_mean = norm.running_mean
running_variance = corrected_variance = norm.running_var

norm.eval()
with torch.inference_mode():
    inference = inference_by_default = norm(new)

print(f"kept {kept_by_default:g}, epsilon {epsilon_by_default:g}")
print("running mean:", running_mean.numpy().round(4))
print("running variance:", running_variance.numpy().round(4))
print("inference:", inference[0].numpy().round(4))
