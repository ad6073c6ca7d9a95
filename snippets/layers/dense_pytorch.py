import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

draw = np.random.default_rng(0).standard_normal
weight, bias = draw((3, 5), "float32"), draw(3, "float32")
square = torch.tensor(draw((5, 5), "float32"))
x = torch.tensor(draw((4, 5), "float32"), requires_grad=True)
upstream = torch.tensor(draw((4, 3), "float32"))

layer = nn.Linear(in_features=5, out_features=3)
layer.load_state_dict(
    {"weight": torch.tensor(weight), "bias": torch.tensor(bias)}
)
outputs = layer(x)
outputs.backward(upstream)

weight_shape = tuple(layer.weight.shape)
kernel_gradient = layer.weight.grad.T
bias_gradient = layer.bias.grad
input_gradient = x.grad
square_as_is = square_transposed = F.linear(x, square)

print("weight:", weight_shape)
print("outputs:", outputs[0].detach().numpy().round(4))
print("bias gradient:", bias_gradient.numpy().round(4))
first = square_as_is[0].detach().numpy().round(4)
print("square weight:", first)
