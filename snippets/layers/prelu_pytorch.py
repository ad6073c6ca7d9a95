import numpy as np
import torch
from torch import nn

draw = np.random.default_rng(0).standard_normal
slopes = torch.tensor([0.1, 0.4, -0.2])
images = torch.tensor(draw((2, 3, 4, 5), "float32"))
upstream = torch.tensor(draw((2, 3, 4, 5), "float32"))
images.requires_grad_()

default = nn.PReLU()
slopes_by_default = default.weight.numel()
by_default = default(images).permute(0, 2, 3, 1)
one_slope = by_default

prelu = nn.PReLU(num_parameters=3)
prelu.load_state_dict({"weight": slopes})
maps = prelu(images)
maps.backward(upstream)

slope_for_each_channel = maps.permute(0, 2, 3, 1)
slope_gradient = prelu.weight.grad
input_gradient = images.grad.permute(0, 2, 3, 1)

print("slopes by default:", slopes_by_default)
print("first pixel:", by_default[0, 0, 0].detach().numpy().round(4))
pixel = slope_for_each_channel[0, 0, 0].detach().numpy().round(4)
print("three slopes:", pixel)
print("their gradient:", slope_gradient.numpy().round(4))
