import torch
from torch import nn

model = nn.Sequential(
    nn.Conv2d(3, 8, 5),
    nn.ReLU(),
    nn.MaxPool2d(2),
    nn.Conv2d(8, 16, 3, stride=2),
    nn.Flatten(),
    nn.Linear(16 * 6 * 6, 10),
)
shapes = []


def record(module, inputs, output):
    shapes.append(tuple(output.shape))
    print(f"{type(module).__name__:<10} {shapes[-1]}")


for module in model:
    module.register_forward_hook(record)

model(torch.zeros(1, 3, 32, 32))
elements = [torch.Size(shape).numel() for shape in shapes]
