import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(32, 4)), dtype=torch.float32)
y = torch.tensor(rng.normal(size=(32, 2)), dtype=torch.float32)
start = rng.normal(size=(4, 2))
start[1, 0] = 0.0

layer = nn.Linear(4, 2)
with torch.no_grad():
    layer.weight.copy_(torch.tensor(start.T))
    layer.bias.zero_()

kernel = layer.weight
penalty = 0.03 * kernel.abs().sum() + 0.01 * kernel.square().sum()
total = nn.functional.mse_loss(layer(x), y) + penalty
(penalty_gradient,) = torch.autograd.grad(
    penalty, kernel, retain_graph=True
)
total.backward()

kernel_gradient = kernel.grad.t()
penalty_gradient = penalty_gradient.t()
print(f"penalty {penalty:.4f}, total {total:.4f}")
print("gradient of the penalty:")
print(penalty_gradient.numpy().round(4))
