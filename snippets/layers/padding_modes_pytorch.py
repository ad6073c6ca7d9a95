import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

draw = np.random.default_rng(0).standard_normal
weight = torch.tensor(draw((2, 3, 3, 5), "float32"))
images = torch.tensor(draw((1, 3, 6, 7), "float32"))
images.requires_grad_()
upstream = torch.tensor(draw((1, 2, 6, 7), "float32"))


def convolve(images_or_padded, **padding):
    layer = nn.Conv2d(3, 2, (3, 5), bias=False, **padding)
    layer.load_state_dict({"weight": weight})
    maps = layer(images_or_padded)
    gradients = torch.autograd.grad(
        maps, [images, layer.weight], upstream
    )
    image_gradient, weight_gradient = gradients
    return [
        maps.permute(0, 2, 3, 1),
        image_gradient.permute(0, 2, 3, 1),
        weight_gradient.permute(2, 3, 1, 0),
    ]


# one row above and below, two columns left and right
sizes = {"padding": (1, 2)}
reflected = convolve(images, padding_mode="reflect", **sizes)
replicated = convolve(images, padding_mode="replicate", **sizes)
circular = convolve(images, padding_mode="circular", **sizes)

rows, columns = [0, *range(6), 5], [1, 0, *range(7), 6, 5]
symmetric = convolve(images[:, :, rows][..., columns])

print("first pixels")
for name in ["reflected", "replicated", "circular", "symmetric"]:
    maps = globals()[name][0].detach()
    print(f"{name:10}", maps[0, 0, :3, 0].numpy().round(4))

F.pad(images, (2, 2, 1, 1), mode="symmetric")
