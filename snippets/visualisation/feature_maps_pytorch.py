import numpy as np
import torch
from sklearn.datasets import load_digits
from torch import nn

rng = np.random.default_rng(0)
kernel = rng.normal(0, 0.4, (3, 3, 1, 4)).astype("float32")
weight = rng.normal(0, 0.2, (4, 10)).astype("float32")
image = torch.tensor(load_digits().images[3] / 16.0).float()

model = nn.Sequential(
    nn.Conv2d(1, 4, 3),
    nn.ReLU(),
    nn.AdaptiveAvgPool2d(1),
    nn.Flatten(),
    nn.Linear(4, 10),
)
with torch.no_grad():
    model[0].weight.copy_(torch.tensor(kernel).permute(3, 2, 0, 1))
    model[0].bias.zero_()
    model[4].weight.copy_(torch.tensor(weight.T))
    model[4].bias.zero_()

seen = []
handle = model[1].register_forward_hook(
    lambda module, inputs, output: seen.append(output.detach())
)
scores = model(image[None, None])[0]
handle.remove()
maps = seen[0][0]  # one map of 6 by 6 for each filter
strongest = maps.flatten(1).argmax(1).tolist()

for row in maps[1]:
    print(*(f"{value:5.2f}" for value in row))
print("strongest position in each map:", *strongest)
