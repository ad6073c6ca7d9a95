import numpy as np
import torch
from torch import nn
from torch.nn import functional as F


def start(size):
    rng = np.random.default_rng(0)
    weights = [
        rng.standard_normal(shape) / shape[0] ** 0.5
        for shape in [(32, 4 * 128), (128, 4 * 128), (128, 10)]
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
    x, y, (kernel, recurrent, head) = start(size)
    x, y = (torch.tensor(a, device=device) for a in (x, y))
    model = Classifier().to(device)
    with torch.no_grad():
        model.lstm.weight_ih_l0.copy_(torch.tensor(kernel.T))
        model.lstm.weight_hh_l0.copy_(torch.tensor(recurrent.T))
        model.head.weight.copy_(torch.tensor(head.T))
        model.lstm.bias_ih_l0.zero_()
        model.lstm.bias_hh_l0.zero_()
        model.head.bias.zero_()
    model.lstm.bias_hh_l0.requires_grad_(False)
    optimizer = torch.optim.Adam(
        [p for p in model.parameters() if p.requires_grad],
        lr=1e-4,
        eps=1e-12,
        fused=True,
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
        return loss.detach(), model.head.weight.detach().T

    return step


# --8<-- [end:step]
if __name__ == "__main__":
    step = setup(16, "eager", "cpu")
    losses = []
    for _ in range(5):
        loss, output_kernel = step()
        losses.append(loss)
    print("losses", *(f"{loss:.4f}" for loss in losses))
    print(f"norm of the last kernel {output_kernel.norm():.4f}")
