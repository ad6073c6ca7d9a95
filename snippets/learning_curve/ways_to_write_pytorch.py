import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(4, 3)).astype("float32"))
kernel = torch.tensor(rng.normal(size=(3, 5)).astype("float32"))
bias = torch.tensor(rng.normal(size=5).astype("float32"))

# layers and functions that add the bias
layer, lazy = nn.Linear(3, 5), nn.LazyLinear(5)
lazy(x)
for module in (layer, lazy):
    module.load_state_dict({"weight": kernel.T, "bias": bias})
with_bias = {
    "nn.Linear": layer(x),
    "nn.LazyLinear": lazy(x),
    "F.linear": F.linear(x, kernel.T, bias),
    "torch.addmm": torch.addmm(bias, x, kernel),
}

# matrix products, to which the bias is added
products_only = {
    "@": x @ kernel,
    "torch.matmul": torch.matmul(x, kernel),
    "torch.linalg.matmul": torch.linalg.matmul(x, kernel),
    "torch.linalg.multi_dot": torch.linalg.multi_dot([x, kernel]),
    "torch.mm": torch.mm(x, kernel),
    "torch.einsum": torch.einsum("ni,io->no", x, kernel),
    "torch.tensordot": torch.tensordot(x, kernel, dims=1),
    "torch.inner": torch.inner(x, kernel.T),
}

output = layer(x)
ways = list(with_bias.values())
ways += [product + bias for product in products_only.values()]
largest_difference = max(
    (way - output).abs().max().item() for way in ways
)
largest_difference = round(largest_difference, 6)
ways_with_bias, products = len(with_bias), len(products_only)
print("with the bias:", *with_bias)
print("product alone:", *products_only)
