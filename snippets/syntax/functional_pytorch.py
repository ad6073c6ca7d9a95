import numpy as np
import torch
from sklearn.datasets import load_wine
from torch import nn

x, y = load_wine(return_X_y=True)
x = torch.tensor((x - x.mean(0)) / x.std(0), dtype=torch.float32)
y = torch.tensor(y)
chemistry, colour = x[:, :9], x[:, 9:12]


class WineModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.enter = nn.Linear(9, 16)
        self.block = nn.Linear(16, 16)
        self.leave = nn.Linear(19, 3)

    def forward(self, chemistry, colour):
        hidden = torch.relu(self.enter(chemistry))
        hidden = hidden + torch.relu(self.block(hidden))
        joined = torch.cat([hidden, colour], dim=1)
        return self.leave(joined)


model = WineModel()
rng = np.random.default_rng(0)
with torch.no_grad():
    for parameter in model.parameters():
        start = rng.normal(0, 0.3, parameter.shape[::-1])
        parameter.copy_(torch.tensor(start.T))

outputs = model(chemistry, colour)
loss = nn.functional.cross_entropy(outputs, y)
loss.backward()
gradients = [p.grad.numpy().T for p in model.parameters()]
print(f"loss {loss.item():.4f}")
print("output bias gradient", gradients[-1].round(4))
