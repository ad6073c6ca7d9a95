import torch
from sklearn.datasets import load_diabetes
from torch import nn

x, y = load_diabetes(return_X_y=True, scaled=False)
x = torch.tensor((x - x.mean(0)) / x.std(0), dtype=torch.float32)
y = torch.tensor(y / y.std(), dtype=torch.float32)

model = nn.Linear(10, 1)
nn.init.zeros_(model.weight)
nn.init.zeros_(model.bias)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

losses = []
for _ in range(40):
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(model(x)[:, 0], y)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

spread = model(x).std(correction=0).item()
print(f"loss {losses[-1]:.4f}, spread of predictions {spread:.4f}")
