import numpy as np
import torch
from torch import nn

draw = np.random.default_rng(0).standard_normal
weight, bias = draw((4, 3, 3, 5), "float32"), draw(4, "float32")
images = torch.tensor(draw((2, 3, 6, 7), "float32"))
upstream = torch.tensor(draw((2, 4, 6, 7), "float32"))

layer = nn.Conv2d(3, 4, kernel_size=(3, 5), padding="same")
layer.load_state_dict(
    {"weight": torch.tensor(weight), "bias": torch.tensor(bias)}
)
images.requires_grad_()
maps = layer(images)
maps.backward(upstream)

# Channels last, for the comparison.
outputs = maps.permute(0, 2, 3, 1)
input_gradient = images.grad.permute(0, 2, 3, 1)
weight_shape = tuple(layer.weight.shape)
kernel_gradient = layer.weight.grad.permute(2, 3, 1, 0)
bias_gradient = layer.bias.grad

print("weight:", weight_shape)
print("images:", tuple(images.shape), "to", tuple(maps.shape))
print("first pixel:", outputs[0, 0, 0].detach().numpy().round(4))
print("bias gradient:", bias_gradient.numpy().round(4))
