import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(32, 3)), dtype=torch.float32)
y = torch.tensor(rng.normal(size=(32, 1)), dtype=torch.float32)
shapes = [(3, 6), (6,), (6, 1), (1,)]
start = [torch.tensor(rng.normal(0, 0.5, shape)) for shape in shapes]

model = nn.Sequential(nn.Linear(3, 6), nn.Tanh(), nn.Linear(6, 1))
with torch.no_grad():
    for parameter, values in zip(
        model.parameters(), start, strict=True
    ):
        parameter.copy_(values.t())
optimizer = torch.optim.SGD(
    [
        {"params": model[0].parameters(), "lr": 0.01},
        {"params": model[2].parameters(), "lr": 0.1},
    ],
    momentum=0.9,
)

losses = []
for step in range(10):
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(model(x), y)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

weights = [parameter.detach().t() for parameter in model.parameters()]
print("losses:", *(f"{loss:.4f}" for loss in losses[::3]))
