import numpy as np
import torch
from sklearn.datasets import load_iris
from torch import nn

x, y = load_iris(return_X_y=True)
x, y = torch.tensor(x, dtype=torch.float32), torch.tensor(y)


class ScaledDense(nn.Module):
    def __init__(self, in_features, units):
        super().__init__()
        self.kernel = nn.Parameter(torch.empty(in_features, units))
        self.scale = nn.Parameter(torch.ones(units))
        nn.init.xavier_uniform_(self.kernel)

    def forward(self, x):
        return (x @ self.kernel) * self.scale


layer = ScaledDense(in_features=4, units=3)
weights_found = len(list(layer.parameters()))

rng = np.random.default_rng(0)
with torch.no_grad():
    layer.kernel.copy_(torch.tensor(rng.normal(size=(4, 3))))
    layer.scale.copy_(torch.tensor(rng.normal(size=3)))

outputs = layer(x)
loss = nn.functional.cross_entropy(outputs, y)
loss.backward()
gradients = {"kernel": layer.kernel.grad, "scale": layer.scale.grad}
print(f"{weights_found} weights, loss {loss.item():.4f}")
print("scale gradient", layer.scale.grad.numpy().round(4))
