import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

draw = np.random.default_rng(0).standard_normal
images = torch.tensor(draw((1, 2, 7, 5), "float32") - 3)
upstream = torch.tensor(draw((1, 2, 4, 3), "float32"))
images.requires_grad_()


def pooled(layer):
    return layer(images).permute(0, 2, 3, 1)


def pooled_with_gradient(layer):
    maps = layer(images)
    (gradient,) = torch.autograd.grad(maps, images, upstream)
    return maps.permute(0, 2, 3, 1), gradient.permute(0, 2, 3, 1)


average_by_default = zeros_counted = pooled(
    nn.AvgPool2d(3, stride=2, padding=1)
)
average, average_gradient = pooled_with_gradient(
    nn.AvgPool2d(3, stride=2, padding=1, count_include_pad=False)
)
largest, largest_gradient = pooled_with_gradient(
    nn.MaxPool2d(3, stride=2, padding=1)
)
six_rows = six_rows_padded = nn.MaxPool2d(3, stride=2, padding=1)(
    images[:, :, :6]
).permute(0, 2, 3, 1)
# Left, right, top, bottom: no row at the top.
padded = F.pad(images[:, :, :6], (1, 1, 0, 1), value=-torch.inf)
six_rows_as_keras = nn.MaxPool2d(3, stride=2)(padded).permute(
    0, 2, 3, 1
)
rest_dropped = pooled(nn.MaxPool2d(2))
rest_kept = pooled(nn.MaxPool2d(2, ceil_mode=True))


def corner(maps):
    return maps[0, 0, 0].detach().numpy().round(4)


print("average by default:", corner(average_by_default))
print("count_include_pad=False:", corner(average))
print("largest:", corner(largest))
print("largest of six rows:", corner(six_rows))
print("no row at the top:", corner(six_rows_as_keras))
print("7 by 5 in steps of two:", tuple(rest_dropped.shape[1:3]))
print("ceil_mode=True:", tuple(rest_kept.shape[1:3]))
