import numpy as np
import torch
from sklearn.datasets import load_iris
from torch import nn

rng = np.random.default_rng(0)
data, target = load_iris(return_X_y=True)
x = ((data - data.mean(0)) / data.std(0)).astype("float32")
shapes = [(4, 8), (8,), (8, 3), (3,)]
start = [rng.normal(0, 0.3, shape) for shape in shapes]

inputs, labels = torch.tensor(x), torch.tensor(target)
model = nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 3))
with torch.no_grad():
    for parameter, values in zip(
        model.parameters(), start, strict=True
    ):
        parameter.copy_(torch.tensor(values.T))
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)

losses = []
for _ in range(6):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(inputs), labels)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

weights = [parameter.detach().t() for parameter in model.parameters()]
print(*(f"{loss:.4f}" for loss in losses))
