import numpy as np
import torch
from torch import nn

draw = np.random.default_rng(0).standard_normal
weight, bias = draw((2, 3, 3, 3), "float32"), draw(3, "float32")
even_weight = draw((2, 3, 4, 4), "float32")
images = torch.tensor(draw((1, 2, 3, 4), "float32"))
upstream = torch.tensor(draw((1, 3, 6, 8), "float32"))


def layer(weight, **settings):
    size = weight.shape[2:]
    layer = nn.ConvTranspose2d(2, 3, size, stride=2, **settings)
    layer.load_state_dict(
        {"weight": torch.tensor(weight), "bias": torch.tensor(bias)}
    )
    return layer


def channels_last(maps):
    return maps.permute(0, 2, 3, 1)


unpadded = layer(weight)
weight_shape = tuple(unpadded.weight.shape)
maps = unpadded(images)
whole = channels_last(maps)

padded = layer(weight, padding=1, output_padding=1)
doubled = as_pytorch = channels_last(padded(images))

cropped = maps[:, :, :-1, :-1]
cropped.backward(upstream)
as_keras = channels_last(cropped)
as_keras_gradient = unpadded.weight.grad.permute(2, 3, 1, 0)

even = layer(even_weight, padding=1)
maps = even(images)
maps.backward(upstream)
even_kernel = channels_last(maps)
even_kernel_gradient = even.weight.grad.permute(2, 3, 1, 0)

print("weight:", weight_shape)
print("whole:", tuple(whole.shape))
print("padding and output_padding:", tuple(doubled.shape))
print("  ", doubled[0, 0, 0].detach().numpy().round(4))
print("last row and column cropped:", tuple(as_keras.shape))
print("  ", as_keras[0, 0, 0].detach().numpy().round(4))
