import numpy as np
import torch
from sklearn.datasets import load_wine
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

rng = np.random.default_rng(0)
data, target = load_wine(return_X_y=True)
order = rng.permutation(len(data))
x = ((data - data.mean(0)) / data.std(0))[order].astype("float32")
y = target[order]
shapes = [(13, 16), (16,), (16, 3), (3,)]
start = [rng.normal(0, 0.3, shape) for shape in shapes]

model = nn.Sequential(nn.Linear(13, 16), nn.Tanh(), nn.Linear(16, 3))
with torch.no_grad():
    for parameter, values in zip(
        model.parameters(), start, strict=True
    ):
        parameter.copy_(torch.tensor(values.T))
optimizer = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9)
train_set = TensorDataset(torch.tensor(x), torch.tensor(y))
loader = DataLoader(train_set, batch_size=32)

losses, step_losses = [], []
for epoch in range(4):
    total = 0.0
    for inputs, labels in loader:
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(inputs), labels)
        loss.backward()
        optimizer.step()
        step_losses.append(loss.item())
        total += loss.item() * len(inputs)
    losses.append(total / len(train_set))

steps = len(step_losses)
weights = [parameter.detach().t() for parameter in model.parameters()]
print(steps, "steps:", *(f"{loss:.4f}" for loss in losses))
