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
# Another order in memory; the order of the axes stays.
layer.to(memory_format=torch.channels_last)
images = images.to(memory_format=torch.channels_last)
images.requires_grad_()
maps = layer(images)
maps.backward(upstream)

outputs = maps.permute(0, 2, 3, 1)
input_gradient = images.grad.permute(0, 2, 3, 1)
kernel_gradient = layer.weight.grad.permute(2, 3, 1, 0)
bias_gradient = layer.bias.grad
weight_shape = tuple(layer.weight.shape)

print("weight:", weight_shape, "strides", layer.weight.stride())
print("images:", tuple(images.shape), "strides", images.stride())
print("first pixel:", outputs[0, 0, 0].detach().numpy().round(4))
