import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

SHAPES = [(32, 4 * 128), (128, 4 * 128), (4 * 128,), (128, 10), (10,)]


def start(size):
    rng = np.random.default_rng(0)
    weights = [
        0.1 * rng.standard_normal(shape).astype("float32")
        for shape in SHAPES
    ]
    x = rng.standard_normal((32, size, 32)).astype("float32")
    return x, rng.integers(10, size=32), weights


# --8<-- [start:step]
class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(32, 128, batch_first=True)
        self.head = nn.Linear(128, 10)

    def forward(self, x):
        states, _ = self.lstm(x)
        return self.head(states[:, -1])


def setup(size, mode, device):
    x, y, weights = start(size)
    x, y = (torch.tensor(a, device=device) for a in (x, y))
    model = Classifier().to(device)
    model.lstm.bias_hh_l0.requires_grad_(False).zero_()
    trained = [p for p in model.parameters() if p.requires_grad]
    with torch.no_grad():
        for parameter, weight in zip(trained, weights, strict=True):
            parameter.copy_(torch.tensor(weight.T))
    optimizer = torch.optim.Adam(
        trained, lr=1e-4, eps=1e-12, fused=True
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
        return loss.detach(), trained

    return step


# --8<-- [end:step]
def comparable(value):
    loss, trained = value
    return loss, [parameter.t() for parameter in trained]


if __name__ == "__main__":
    step = setup(16, "eager", "cpu")
    losses = []
    for _ in range(20):
        loss, updated = comparable(step())
        losses.append(loss)
    weights = [weight.flatten()[:700] for weight in updated]
    print("losses", *(f"{loss:.4f}" for loss in losses[::5]))
    print("norms", *(f"{weight.norm():.4f}" for weight in updated))
