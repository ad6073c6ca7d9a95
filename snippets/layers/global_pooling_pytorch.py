import numpy as np
import torch
from torch import nn

draw = np.random.default_rng(0).standard_normal
images = torch.tensor(draw((2, 3, 7, 5), "float32"))
upstream = torch.tensor(draw((2, 3, 3, 3), "float32"))
images.requires_grad_()

maps = nn.AdaptiveAvgPool2d(1)(images)
shape_by_default = tuple(maps.shape)
average = maps.flatten(1)
largest = images.amax(dim=(2, 3))

# 7 rows and 5 columns to 3 by 3, with windows that overlap.
maps = nn.AdaptiveAvgPool2d((3, 3))(images)
maps.backward(upstream)
adaptive = maps.permute(0, 2, 3, 1)
adaptive_gradient = images.grad.permute(0, 2, 3, 1)

print("AdaptiveAvgPool2d(1):", shape_by_default)
print("average:", average[0].detach().numpy().round(4))
print("largest:", largest[0].detach().numpy().round(4))
print("adaptive:", adaptive[0, 0, 0].detach().numpy().round(4))
