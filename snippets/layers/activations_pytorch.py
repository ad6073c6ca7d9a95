import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

draw = np.random.default_rng(0).standard_normal
points = np.linspace(-7.9, 7.8, 40, dtype="float32")
upstream = torch.tensor(draw(40, "float32"))

FUNCTIONS = {
    "celu": F.celu,
    "elu": F.elu,
    "gelu": F.gelu,
    "hard_shrink": F.hardshrink,
    "hard_sigmoid": F.hardsigmoid,
    "hard_silu": F.hardswish,
    "log_sigmoid": F.logsigmoid,
    "mish": F.mish,
    "relu6": F.relu6,
    "selu": F.selu,
    "silu": F.silu,
    "soft_shrink": F.softshrink,
    "softplus": F.softplus,
    "softsign": F.softsign,
    "tanh_shrink": F.tanhshrink,
}


def value_and_gradient(function):
    x = torch.tensor(points, requires_grad=True)
    y = function(x)
    y.backward(upstream)
    return y.detach(), x.grad


values_and_gradients = {
    name: value_and_gradient(function)
    for name, function in FUNCTIONS.items()
}

minus_one, x = torch.tensor(-1.0), torch.tensor(points)
leaky_slopes = [
    -F.leaky_relu(minus_one).item(),
    -nn.LeakyReLU()(minus_one).item(),
]
leaky_matched = nn.LeakyReLU(negative_slope=0.3)(x)
gelu_operation = gelu_framework = F.gelu(x)
gelu_approximated = F.gelu(x, approximate="tanh")

print(len(FUNCTIONS), "functions with equal defaults")
print("leaky_relu, LeakyReLU:", *(f"{v:.2f}" for v in leaky_slopes))
minus_one_exact = F.gelu(minus_one).item()
minus_one_tanh = F.gelu(minus_one, approximate="tanh").item()
print(f"gelu(-1): {minus_one_exact:.5f}, tanh: {minus_one_tanh:.5f}")
