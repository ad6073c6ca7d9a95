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
optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)


def train(steps):
    losses = []
    for step in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


losses = train(5)
before = model[0].weight.detach().clone()
model[0].requires_grad_(False)
losses += train(5)

moved = (model[0].weight - before).abs().max()
moved_when_frozen = moved_when_done_right = moved
weights = [parameter.detach().t() for parameter in model.parameters()]
print("losses:", *(f"{loss:.4f}" for loss in losses[::3]))
print(f"moved after freezing: {moved:.4f}")
