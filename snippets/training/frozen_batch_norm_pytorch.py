import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(1, 2, (32, 4)), dtype=torch.float32)
y = torch.tensor(rng.integers(3, size=32))
shapes = [(4, 6), (6,), (6,), (6,), (6,), (6, 3), (3,)]
start = [torch.tensor(rng.normal(0, 0.5, shape)) for shape in shapes]
variance = torch.tensor(rng.uniform(0.5, 2, 6))


def train(stored_statistics):
    norm = nn.BatchNorm1d(6, eps=1e-3, momentum=0.01)
    backbone = nn.Sequential(nn.Linear(4, 6), norm, nn.ReLU())
    head = nn.Linear(6, 3)
    model = nn.Sequential(backbone, head)
    targets = [*backbone.parameters(), norm.running_mean]
    targets += [*head.parameters()]
    with torch.no_grad():
        for target, values in zip(targets, start, strict=True):
            target.copy_(values.t())
        norm.running_var.copy_(variance)

    backbone.requires_grad_(False)
    model.train()
    if stored_statistics:
        backbone.eval()
    optimizer = torch.optim.SGD(head.parameters(), lr=0.2)
    losses = []
    for step in range(6):
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses, norm.running_mean, head.weight.detach().t()


losses_batch, mean_batch, _ = train(stored_statistics=False)
losses_stored, mean_stored, head_stored = train(stored_statistics=True)
losses_as_it_is, mean_as_it_is = losses_batch, mean_batch
print("as it is:", *(f"{loss:.4f}" for loss in losses_batch[::2]))
print("eval():  ", *(f"{loss:.4f}" for loss in losses_stored[::2]))
print("running mean, as it is:", mean_batch[:3].numpy().round(3))
print("running mean, eval():  ", mean_stored[:3].numpy().round(3))
