import numpy as np
import torch
from torch.nn import functional as F

draw = np.random.default_rng(0).standard_normal
images = torch.tensor(draw((1, 2, 5, 7), "float32"))
upstream = torch.tensor(draw((1, 2, 10, 21), "float32"))
images.requires_grad_()


def resized(**settings):
    return F.interpolate(images, **settings).permute(0, 2, 3, 1)


repeated = resized(scale_factor=(2, 3))
maps = F.interpolate(images, scale_factor=(2, 3), mode="bilinear")
maps.backward(upstream)
bilinear = maps.permute(0, 2, 3, 1)
bilinear_gradient = images.grad.permute(0, 2, 3, 1)

smaller_bilinear = resized(size=(3, 3), mode="bilinear")
smaller = smaller_from_start = resized(size=(3, 3), mode="nearest")
smaller_exact = resized(size=(3, 3), mode="nearest-exact")
bilinear_9_by_10 = resized(size=(9, 10), mode="bilinear")
corners = corners_against_default = resized(
    size=(9, 10), mode="bilinear", align_corners=True
)


bicubic = resized(size=(9, 10), mode="bicubic")
first_bicubic = bicubic[0, 1, 0, 0].item()
bicubic_antialias = resized(
    size=(9, 10), mode="bicubic", antialias=True
)
smaller_antialias = resized(
    size=(3, 3), mode="bilinear", antialias=True
)


def row(maps):
    return maps[0, 1, :3, 0].detach().numpy().round(4)


print("repeated:", row(repeated))
print("bilinear:", row(bilinear))
print('smaller, "nearest":', row(smaller))
print('smaller, "nearest-exact":', row(smaller_exact))
print("nine by ten:", row(bilinear_9_by_10))
print("align_corners=True:", row(corners))
print("bicubic:", row(bicubic))
print("bicubic, antialias:", row(bicubic_antialias))
