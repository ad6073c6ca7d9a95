import torch
from torch import nn


def largest_and_std(values):
    return values.abs().max().item(), values.std().item()


torch.manual_seed(0)
layer = nn.Linear(784, 64)
default_kernel = largest_and_std(layer.weight)
default_bias = layer.bias.abs().max().item()

fan_in_kernel, fan_in_bias = default_kernel, default_bias

nn.init.xavier_uniform_(layer.weight)
nn.init.zeros_(layer.bias)
glorot_kernel = largest_and_std(layer.weight)
glorot_bias = layer.bias.abs().max().item()

print("default: largest {:.4f}, std {:.4f}".format(*default_kernel))
print(f"default bias: largest {default_bias:.4f}")
print("fan-in: largest {:.4f}, std {:.4f}".format(*fan_in_kernel))
print("Glorot: largest {:.4f}, std {:.4f}".format(*glorot_kernel))
