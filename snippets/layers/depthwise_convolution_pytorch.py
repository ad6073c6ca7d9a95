import numpy as np
import torch
from torch import nn

draw = np.random.default_rng(0).standard_normal
weight, bias = draw((6, 1, 3, 3), "float32"), draw(6, "float32")
images = torch.tensor(draw((2, 3, 7, 6), "float32"))
upstream = torch.tensor(draw((2, 6, 7, 6), "float32"))

layer = nn.Conv2d(3, 6, 3, groups=3, dilation=2, padding="same")
layer.load_state_dict(
    {"weight": torch.tensor(weight), "bias": torch.tensor(bias)}
)
images.requires_grad_()
maps = layer(images)
maps.backward(upstream)

outputs = maps.permute(0, 2, 3, 1)
weight_gradient = layer.weight.grad
bias_gradient = layer.bias.grad
input_gradient = images.grad.permute(0, 2, 3, 1)

print("weight:", tuple(layer.weight.shape))
print("first pixel:", outputs[0, 0, 0].detach().numpy().round(4))
print("bias gradient:", bias_gradient.numpy().round(4))
