import torch
from torch import nn

model = nn.Sequential(nn.Linear(784, 32), nn.ReLU(), nn.Linear(32, 10))
images = torch.zeros(8, 28, 28)

output_shape = tuple(model(images.flatten(1)).shape)
print("flattened:", output_shape)

model(images)
