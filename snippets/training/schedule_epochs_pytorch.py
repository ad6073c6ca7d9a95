import numpy as np
import torch
from torch import nn
from torch.optim.lr_scheduler import ExponentialLR
from torch.utils.data import DataLoader, TensorDataset

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(48, 3)), dtype=torch.float32)
y = torch.tensor(rng.normal(size=(48, 1)), dtype=torch.float32)
start = torch.tensor([[1.0], [-2.0], [0.5]])
loader = DataLoader(TensorDataset(x, y), batch_size=16)


def train(every_step):
    model = nn.Linear(3, 1, bias=False)
    with torch.no_grad():
        model.weight.copy_(start.t())
    optimizer = torch.optim.SGD(model.parameters(), lr=0.2)
    scheduler = ExponentialLR(optimizer, gamma=0.5)
    rates, losses = [], []
    for epoch in range(4):
        rates.append(scheduler.get_last_lr()[0])
        total = 0.0
        for inputs, targets in loader:
            optimizer.zero_grad()
            loss = nn.functional.mse_loss(model(inputs), targets)
            loss.backward()
            optimizer.step()
            total += loss.item()
            if every_step:
                scheduler.step()
        if not every_step:
            scheduler.step()
        losses.append(total / len(loader))
    return rates, losses, model.weight.detach().t()


rates, losses, kernel = train(every_step=False)
wrong_rates, _, kernel_if_halved_every_step = train(every_step=True)
print("rates: ", *(f"{rate:.4f}" for rate in rates))
print("losses:", *(f"{loss:.4f}" for loss in losses))
print("halved every step:", *(f"{rate:.5f}" for rate in wrong_rates))
