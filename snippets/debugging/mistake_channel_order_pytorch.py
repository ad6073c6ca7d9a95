import torch
from torch import nn

layer = nn.Conv2d(3, 8, kernel_size=3)
photos = torch.zeros(4, 28, 32, 3)

output_shape = tuple(layer(photos.permute(0, 3, 1, 2)).shape)
height_width = output_shape[2:]
print("channels first:", output_shape)

layer(photos)
