import numpy as np
import torch
from torch import nn

draw = np.random.default_rng(0).standard_normal
weight, bias = draw((6, 2, 3, 3), "float32"), draw(6, "float32")
images = torch.tensor(draw((2, 4, 5, 6), "float32"))
upstream = torch.tensor(draw((2, 6, 3, 4), "float32"))

layer = nn.Conv2d(4, 6, 3, groups=2)
layer.load_state_dict(
    {"weight": torch.tensor(weight), "bias": torch.tensor(bias)}
)
images.requires_grad_()
maps = layer(images)
maps.backward(upstream)

outputs = maps.permute(0, 2, 3, 1)
kernel_gradient = layer.weight.grad.permute(2, 3, 1, 0)
bias_gradient = layer.bias.grad
input_gradient = images.grad.permute(0, 2, 3, 1)

print("weight:", tuple(layer.weight.shape))
print("first pixel:", outputs[0, 0, 0].detach().numpy().round(4))
