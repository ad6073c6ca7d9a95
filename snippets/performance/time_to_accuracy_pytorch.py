import numpy as np
import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.nn import functional as F


def start():
    rng = np.random.default_rng(0)
    digits = load_digits()
    order = rng.permutation(len(digits.data))
    x = (digits.data[order] / 16).astype("float32")
    weights = [
        rng.standard_normal((fan_in, fan_out)) * (2 / fan_in) ** 0.5
        for fan_in, fan_out in [(64, 64), (64, 10)]
    ]
    return x, digits.target[order], weights


# --8<-- [start:step]
def setup(size, mode, device):
    x, y, weights = start()
    x, y = (torch.tensor(a, device=device) for a in (x, y))
    inputs, labels = x[:1536].split(128), y[:1536].split(128)
    held_out, answers = x[1536:], y[1536:]
    model = nn.Sequential(
        nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10)
    ).to(device)
    weights = [
        torch.tensor(w.T, dtype=torch.float32, device=device)
        for w in weights
    ]

    def loss_of(x, y):
        return F.cross_entropy(model(x), y)

    def accuracy_of(x, y):
        return (model(x).argmax(dim=1) == y).float().mean()

    if mode == "compiled":
        loss_of = torch.compile(loss_of, dynamic=False)
        accuracy_of = torch.compile(accuracy_of, dynamic=False)

    def restart():
        with torch.no_grad():
            for layer, weight in zip(model[::2], weights, strict=True):
                layer.weight.copy_(weight)
                layer.bias.zero_()
        return torch.optim.Adam(
            model.parameters(), lr=5e-3, eps=1e-12, fused=True
        )

    def step():
        optimizer = restart()
        for epoch in range(1, 101):
            for batch in zip(inputs, labels, strict=True):
                optimizer.zero_grad()
                loss_of(*batch).backward()
                optimizer.step()
            with torch.inference_mode():
                accuracy = accuracy_of(held_out, answers).item()
            if accuracy >= size / 100:
                break
        return epoch, accuracy

    return step


# --8<-- [end:step]
if __name__ == "__main__":
    step = setup(96, "eager", "cpu")
    runs = [step() for _ in range(2)]
    for epochs, accuracy in runs:
        print(f"{epochs} epochs, held-out accuracy {accuracy:.4f}")
