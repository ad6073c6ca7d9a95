import numpy as np
import torch
from torch import nn
from torch.optim import SGD

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(32, 3)), dtype=torch.float32)
y = torch.tensor(rng.normal(size=(32, 1)), dtype=torch.float32)
shapes = [(3, 6), (6,), (6, 1), (1,)]
start = [torch.tensor(rng.normal(0, 0.5, shape)) for shape in shapes]


def fit(model, optimizer):
    losses = []
    for step in range(5):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


def train(new_optimizer):
    first = nn.Linear(3, 6)
    model = nn.Sequential(first, nn.Tanh(), nn.Linear(6, 1))
    with torch.no_grad():
        for parameter, values in zip(
            model.parameters(), start, strict=True
        ):
            parameter.copy_(values.t())
    before = first.weight.detach().clone()

    optimizer = SGD(model.parameters(), lr=0.1, momentum=0.9)
    first.requires_grad_(False)
    losses = fit(model, optimizer)
    moved = (first.weight - before).abs().max()

    first.requires_grad_(True)
    if new_optimizer:
        optimizer = SGD(model.parameters(), lr=0.02, momentum=0.9)
    losses += fit(model, optimizer)
    weights = [p.detach().t() for p in model.parameters()]
    return losses, weights, moved


losses, weights, moved_while_frozen = train(new_optimizer=False)
losses_new_optimizer, weights_new_optimizer, _ = train(True)
print("same optimiser:", *(f"{v:.3f}" for v in losses[3::2]))
new = losses_new_optimizer[3::2]
print("a new one:     ", *(f"{v:.3f}" for v in new))
