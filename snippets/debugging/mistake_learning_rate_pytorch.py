import torch
from sklearn.datasets import load_diabetes

x, y = load_diabetes(return_X_y=True, scaled=False)
x = torch.tensor(x, dtype=torch.float32)
y = torch.tensor(y, dtype=torch.float32)

weight = torch.zeros(10, requires_grad=True)
optimizer = torch.optim.SGD([weight], lr=0.1)

losses = []
for _ in range(12):
    optimizer.zero_grad()
    loss = ((x @ weight - y) ** 2).mean()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

print("\n".join(f"{loss:.3g}" for loss in losses))
