import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

KERNELS = [(3, 3, 3, 32), (3, 3, 32, 64), (64, 10)]


def start(size):
    rng = np.random.default_rng(0)
    weights = []
    for shape in KERNELS:
        scale = (2 / np.prod(shape[:-1])) ** 0.5
        weights.append(scale * rng.standard_normal(shape))
        weights.append(0.1 * rng.standard_normal(shape[-1:]))
    images = rng.standard_normal((size, 32, 32, 3)).astype("float32")
    return images, rng.integers(10, size=size), weights


# --8<-- [start:step]
def setup(size, mode, device):
    x, y, weights = start(size)
    x = torch.tensor(x, device=device).permute(0, 3, 1, 2)
    y = torch.tensor(y, device=device)
    model = nn.Sequential(
        nn.Conv2d(3, 32, 3, padding="same"),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3, padding="same"),
        nn.ReLU(),
        nn.AdaptiveAvgPool2d(1),
        nn.Flatten(),
        nn.Linear(64, 10),
    ).to(device, memory_format=torch.channels_last)
    with torch.no_grad():
        for parameter, weight in zip(
            model.parameters(), weights, strict=True
        ):
            parameter.copy_(reordered(torch.tensor(weight)))
    optimizer = torch.optim.SGD(
        model.parameters(), lr=0.001, momentum=0.9, fused=True
    )

    def loss_of(x, y):
        return F.cross_entropy(model(x), y)

    if mode == "compiled":
        loss_of = torch.compile(loss_of, dynamic=False)

    def step():
        optimizer.zero_grad()
        loss = loss_of(x, y)
        loss.backward()
        optimizer.step()
        return loss.detach(), model

    return step


def reordered(weight):
    """From (height, width, in, out) or (in, out)."""
    return (
        weight.permute(3, 2, 0, 1) if weight.ndim == 4 else weight.t()
    )


# --8<-- [end:step]
def comparable(value):
    loss, model = value
    return loss, [
        p.permute(2, 3, 1, 0) if p.ndim == 4 else p.t()
        for p in model.parameters()
    ]


if __name__ == "__main__":
    step = setup(16, "eager", "cpu")
    losses = []
    for _ in range(10):
        loss, updated = comparable(step())
        losses.append(loss)
    weights = [weight.flatten()[:600] for weight in updated]
    print("losses", *(f"{loss:.4f}" for loss in losses[::3]))
    print("norms", *(f"{weight.norm():.4f}" for weight in updated))
