import numpy as np
import torch
from sklearn.datasets import load_iris
from torch import nn

x, y = load_iris(return_X_y=True)
x, y = torch.tensor(x, dtype=torch.float32), torch.tensor(y)

model = nn.Sequential(
    nn.LazyLinear(8),
    nn.Tanh(),
    nn.LazyLinear(8),
    nn.Tanh(),
    nn.LazyLinear(3),
)
model(x)  # the first call creates the weights
rng = np.random.default_rng(0)
with torch.no_grad():
    for parameter in model.parameters():
        start = rng.normal(0, 0.5, parameter.shape[::-1])
        parameter.copy_(torch.tensor(start.T))

outputs = model(x)
loss = nn.functional.cross_entropy(outputs, y)
loss.backward()
gradients = [p.grad.numpy().T for p in model.parameters()]
print(f"loss {loss.item():.4f}")
print("output bias gradient", gradients[-1].round(4))
