import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(32, 4)), dtype=torch.float32)
y = torch.tensor(rng.normal(size=(32, 2)), dtype=torch.float32)
shapes = [(4, 6), (6,), (6,), (6,), (6, 2), (2,)]
start = [torch.tensor(rng.normal(0, 0.5, shape)) for shape in shapes]


def train(exclude):
    model = nn.Sequential(
        nn.Linear(4, 6), nn.LayerNorm(6), nn.Tanh(), nn.Linear(6, 2)
    )
    with torch.no_grad():
        for parameter, values in zip(
            model.parameters(), start, strict=True
        ):
            parameter.copy_(values.t())
    kernels = [p for p in model.parameters() if p.ndim > 1]
    others = [p for p in model.parameters() if p.ndim == 1]
    optimizer = torch.optim.AdamW(
        [
            {"params": kernels},
            {"params": others, "weight_decay": 0.0 if exclude else 2.0},
        ],
        lr=0.01,
        eps=1e-12,
        weight_decay=2.0,
    )
    losses = []
    for step in range(10):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses, [p.detach().t() for p in model.parameters()]


losses, weights = train(exclude=True)
_, all_decayed = train(exclude=False)
print("losses:", *(f"{loss:.4f}" for loss in losses[::3]))
print("bias, not decayed:", weights[-1].numpy().round(4))
print("bias, decayed:    ", all_decayed[-1].numpy().round(4))
