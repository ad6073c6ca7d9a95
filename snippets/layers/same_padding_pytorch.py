import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

draw = np.random.default_rng(0).standard_normal
weight = torch.tensor(draw((2, 3, 3, 3), "float32"))
images = torch.tensor(draw((1, 3, 8, 7), "float32"))
upstream = torch.tensor(draw((1, 2, 4, 4), "float32"))


def convolve(images, padding):
    layer = nn.Conv2d(3, 2, 3, stride=2, padding=padding, bias=False)
    layer.load_state_dict({"weight": weight})
    maps = layer(images)
    maps.backward(upstream)
    gradient = layer.weight.grad
    return maps.permute(0, 2, 3, 1), gradient.permute(2, 3, 1, 0)


usual, as_pytorch_gradient = convolve(images, padding=1)
as_pytorch = usual

# Left, right, top, bottom: 7 columns need one on both sides,
# 8 rows one at the bottom only.
padded = F.pad(images, (1, 1, 0, 1))
as_keras, as_keras_gradient = convolve(padded, padding=0)

output_shape = tuple(usual.shape)
print("shape:", output_shape)
print("padding=1: ", usual[0, 0, 0].detach().numpy().round(4))
print("as in Keras:", as_keras[0, 0, 0].detach().numpy().round(4))

nn.Conv2d(3, 2, 3, stride=2, padding="same")
