import numpy as np
import torch
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

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
averaged = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.8))

losses = []
for step in range(12):
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(model(x), y)
    loss.backward()
    optimizer.step()
    averaged.update_parameters(model)
    losses.append(loss.item())

weights = [p.detach().t() for p in model.parameters()]
average = [p.detach().t() for p in averaged.module.parameters()]
with torch.no_grad():
    loss_of_average = nn.functional.mse_loss(averaged(x), y).item()
print("losses:", *(f"{loss:.4f}" for loss in losses[::3]))
print(f"loss of the average: {loss_of_average:.4f}")
