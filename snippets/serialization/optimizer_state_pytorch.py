import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(32, 3)), dtype=torch.float32)
y = x @ torch.tensor([[1.0], [-2.0], [0.5]])


def build():
    model = nn.Linear(3, 1)
    nn.init.zeros_(model.weight)
    nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(
        model.parameters(), lr=0.05, momentum=0.9
    )
    return model, optimizer


def train(model, optimizer, epochs):
    losses = []
    for _ in range(epochs):
        optimizer.zero_grad()
        loss = (model(x) - y).square().mean()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


losses = train(*build(), epochs=6)

model, optimizer = build()
train(model, optimizer, epochs=3)
contents = {
    "model": model.state_dict(),
    "optimizer": optimizer.state_dict(),
}
torch.save(contents, "run.pt")

saved = torch.load("run.pt")
model, optimizer = build()
model.load_state_dict(saved["model"])
optimizer.load_state_dict(saved["optimizer"])
continued = train(model, optimizer, epochs=3)

model, optimizer = build()
model.load_state_dict(saved["model"])
continued_fresh = train(model, optimizer, epochs=3)

pairs = zip(losses[3:], continued, strict=True)
difference = max(abs(a - b) for a, b in pairs)
pairs = zip(losses[3:], continued_fresh, strict=True)
difference_fresh = max(abs(a - b) for a, b in pairs)
print("in one go:      ", *(f"{loss:.4f}" for loss in losses))
print("with optimiser: ", *(f"{loss:.4f}" for loss in continued))
print("model alone:    ", *(f"{loss:.4f}" for loss in continued_fresh))
print("difference with optimiser:", difference)
