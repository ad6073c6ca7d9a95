from itertools import pairwise

import numpy as np
import torch
from sklearn.datasets import load_digits
from torch import nn

x, y = load_digits(return_X_y=True)
x = torch.tensor(x / 16, dtype=torch.float32)
y = torch.tensor(y)

rng = np.random.default_rng(0)
sizes = [64, 32, 32, 32, 32, 10]
layers = []
for fan_in, fan_out in pairwise(sizes):
    layer = nn.Linear(fan_in, fan_out)
    weight = rng.normal(size=(fan_in, fan_out)) / fan_in**0.5
    with torch.no_grad():
        layer.weight.copy_(torch.tensor(weight.T))
    nn.init.zeros_(layer.bias)
    layers += [layer, nn.Sigmoid()]
model = nn.Sequential(*layers[:-1])

loss = nn.functional.cross_entropy(model(x), y)
loss.backward()

gradient_norms = {}
for name, parameter in model.named_parameters():
    if name.endswith("weight"):
        layer = f"dense_{int(name.split('.')[0]) // 2}"
        norm = torch.linalg.vector_norm(parameter.grad)
        gradient_norms[layer] = norm.item()
        print(f"{layer}  {gradient_norms[layer]:.6f}")
