import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

SHAPES = [(3, 3, 3, 32), (3, 3, 32, 64), (64, 10)]


def start(size):
    rng = np.random.default_rng(0)
    weights = [
        rng.standard_normal(shape) * (2 / np.prod(shape[:-1])) ** 0.5
        for shape in SHAPES
    ]
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
        for layer, weight in zip(
            (model[0], model[3], model[7]), weights, strict=True
        ):
            layer.weight.copy_(torch.tensor(to_torch(weight)))
            layer.bias.zero_()
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
        return loss.detach(), model[-1].weight.detach().T

    return step


def to_torch(weight):
    """From (height, width, in, out) or (in, out)."""
    if weight.ndim == 4:
        return weight.transpose(3, 2, 0, 1)
    return weight.T


# --8<-- [end:step]
if __name__ == "__main__":
    step = setup(16, "eager", "cpu")
    losses = []
    for _ in range(5):
        loss, output_kernel = step()
        losses.append(loss)
    print("losses", *(f"{loss:.4f}" for loss in losses))
    print(f"norm of the last kernel {output_kernel.norm():.4f}")
