import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(32, 4)), dtype=torch.float32)
size = torch.tensor(rng.normal(size=(32, 1)), dtype=torch.float32)
kind = torch.tensor(rng.integers(3, size=32))
shapes = [(4, 6), (6,), (6, 1), (1,), (6, 3), (3,)]
start = [torch.tensor(rng.normal(0, 0.5, shape)) for shape in shapes]

trunk = nn.Sequential(nn.Linear(4, 6), nn.Tanh())
size_head, kind_head = nn.Linear(6, 1), nn.Linear(6, 3)
model = nn.ModuleList([trunk, size_head, kind_head])
with torch.no_grad():
    for parameter, values in zip(
        model.parameters(), start, strict=True
    ):
        parameter.copy_(values.t())
optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)

losses, size_losses, kind_losses = [], [], []
for step in range(10):
    optimizer.zero_grad()
    hidden = trunk(x)
    size_loss = F.mse_loss(size_head(hidden), size)
    kind_loss = F.cross_entropy(kind_head(hidden), kind)
    loss = size_loss + 0.3 * kind_loss
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
    size_losses.append(size_loss.item())
    kind_losses.append(kind_loss.item())

weights = [parameter.detach().t() for parameter in model.parameters()]
trunk_weights, head_weights = weights[:2], weights[2:]
print("size:", *(f"{loss:.4f}" for loss in size_losses[::3]))
print("kind:", *(f"{loss:.4f}" for loss in kind_losses[::3]))
print("sum: ", *(f"{loss:.4f}" for loss in losses[::3]))
