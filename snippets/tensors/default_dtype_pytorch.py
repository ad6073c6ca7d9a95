import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
start, x = rng.normal(size=(3, 2)), rng.normal(size=(4, 3))

torch.set_default_dtype(torch.float64)
layer = nn.Linear(3, 2, bias=False)
with torch.no_grad():
    layer.weight.copy_(torch.tensor(start.T))

outputs = layer(torch.tensor(x))
outputs.square().sum().backward()
gradient = layer.weight.grad.T
thirds = torch.ones(2) / 3
from_python = torch.tensor([0.1, 0.2])
bytes_from_python = from_python.element_size()

print("layer:", outputs.dtype)
print("ones:", thirds.dtype)
print("from Python floats:", from_python.dtype)

torch.set_default_dtype(torch.float32)
later = nn.Linear(2, 1).weight
bytes_of_later_layer = later.element_size()
print("layer after setting it back:", later.dtype)
