import tempfile

import numpy as np
import torch
from torch import nn
from torch.optim.lr_scheduler import ExponentialLR

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(50, 3)), dtype=torch.float32)
y = torch.tensor(rng.normal(size=(50, 1)), dtype=torch.float32)
betas = (0.875, 0.984375)  # float32 holds them without rounding
shapes = [(3, 8), (8,), (8, 1), (1,)]
start = [torch.tensor(rng.normal(0, 0.5, shape)) for shape in shapes]


def build():
    model = nn.Sequential(nn.Linear(3, 8), nn.Tanh(), nn.Linear(8, 1))
    with torch.no_grad():
        for parameter, values in zip(
            model.parameters(), start, strict=True
        ):
            parameter.copy_(values.t())
    optimizer = torch.optim.Adam(
        model.parameters(), lr=0.05, betas=betas, eps=1e-12
    )
    return model, optimizer, ExponentialLR(optimizer, gamma=0.9)


def train(run, steps):
    model, optimizer, scheduler = run
    losses = []
    for step in steps:
        batch = slice(step % 5 * 10, step % 5 * 10 + 10)
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x[batch]), y[batch])
        loss.backward()
        optimizer.step()
        scheduler.step()
        losses.append(loss.item())
    return losses


whole = build()
losses = train(whole, range(10))

first = build()
train(first, range(5))
names = ["model", "optimizer", "scheduler"]
with tempfile.TemporaryDirectory() as folder:
    state = {n: part.state_dict() for n, part in zip(names, first)}
    torch.save({**state, "step": 5}, f"{folder}/run.pt")
    state = torch.load(f"{folder}/run.pt")

second = build()
for name, part in zip(names, second):
    part.load_state_dict(state[name])
losses_resumed = train(second, range(state["step"], 10))

forgetful = build()
forgetful[0].load_state_dict(state["model"])
train(forgetful, range(5, 10))


def difference(run):
    pairs = zip(whole[0].parameters(), run[0].parameters())
    return max((a - b).abs().max().item() for a, b in pairs)


weights = [p.detach().t() for p in whole[0].parameters()]
largest_difference = difference(second)
difference_without_optimizer_state = difference(forgetful)
print("difference after resuming:", largest_difference)
print(f"with the model alone: {difference(forgetful):.3f}")
