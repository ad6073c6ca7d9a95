import numpy as np
import torch
from sklearn.datasets import load_iris
from torch import nn

x, y = load_iris(return_X_y=True)
x, y = torch.tensor(x, dtype=torch.float32), torch.tensor(y)


class Refiner(nn.Module):
    def __init__(self, features, width, classes):
        super().__init__()
        self.enter = nn.Linear(features, width)
        self.refine = nn.Linear(width, width)
        self.leave = nn.Linear(width, classes)

    def forward(self, x, depth=1):
        hidden = torch.tanh(self.enter(x))
        for _ in range(depth):
            hidden = hidden + torch.tanh(self.refine(hidden))
        return self.leave(hidden)


model = Refiner(features=4, width=8, classes=3)
weights_before_first_call = len(list(model.parameters()))
rng = np.random.default_rng(0)
with torch.no_grad():
    for parameter in model.parameters():
        start = rng.normal(0, 0.3, parameter.shape[::-1])
        parameter.copy_(torch.tensor(start.T))

shallow_outputs = model(x)
deep_outputs = model(x, depth=3)
loss = nn.functional.cross_entropy(deep_outputs, y)
loss.backward()
gradients = [p.grad.numpy().T for p in model.parameters()]
print(weights_before_first_call, "weights before the first call")
print(f"loss at depth 3 {loss.item():.4f}")
