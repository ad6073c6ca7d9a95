import numpy as np
import torch
from torch import nn
from torch.nn import functional as F


def start(size):
    rng = np.random.default_rng(0)
    weights = [
        rng.standard_normal((fan_in, fan_out)) * (2 / fan_in) ** 0.5
        for fan_in, fan_out in [(784, 512), (512, 512), (512, 10)]
    ]
    x = rng.standard_normal((size, 784)).astype("float32")
    return x, rng.integers(10, size=size), weights


# --8<-- [start:step]
def setup(size, mode, device):
    x, y, weights = start(size)
    x, y = (torch.tensor(a, device=device) for a in (x, y))
    model = nn.Sequential(
        nn.Linear(784, 512),
        nn.ReLU(),
        nn.Linear(512, 512),
        nn.ReLU(),
        nn.Linear(512, 10),
    ).to(device)
    with torch.no_grad():
        for layer, weight in zip(model[::2], weights, strict=True):
            layer.weight.copy_(torch.tensor(weight.T))
            layer.bias.zero_()
    optimizer = torch.optim.Adam(
        model.parameters(), lr=1e-5, eps=1e-12, fused=True
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
        return loss.detach(), model, x

    return step


# --8<-- [end:step]
def comparable(value):
    loss, model, x = value
    with torch.no_grad():
        return loss, model[-1].weight.T, model(x)  # after the update


if __name__ == "__main__":
    step = setup(64, "eager", "cpu")
    losses = []
    for _ in range(5):
        loss, kernel, _ = comparable(step())
        losses.append(loss)
    first_loss, output_kernel = losses[0], kernel[:256]
    print("losses", *(f"{loss:.4f}" for loss in losses))
    print(f"norm of the last kernel {kernel.norm():.4f}")
