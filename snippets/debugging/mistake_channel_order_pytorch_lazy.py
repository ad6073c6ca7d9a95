import torch
from torch import nn

layer = nn.LazyConv2d(8, kernel_size=3)
photos = torch.zeros(4, 28, 32, 3)

output_shape = tuple(layer(photos).shape)
channels_assumed = layer.in_channels
print(f"{output_shape}, channels: {channels_assumed}")
