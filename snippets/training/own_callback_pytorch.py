import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(32, 2)), dtype=torch.float32)
y = x @ torch.tensor([[2.0], [-1.0]])
loader = DataLoader(TensorDataset(x, y), batch_size=8)

model = nn.Linear(2, 1, bias=False)
nn.init.zeros_(model.weight)
optimizer = torch.optim.SGD(model.parameters(), lr=0.02)

norms, epochs = [], 0
for epoch in range(50):
    for inputs, targets in loader:
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(inputs), targets)
        loss.backward()
        optimizer.step()
    epochs += 1
    norms.append(torch.linalg.norm(model.weight.detach()).item())
    if norms[-1] > 1.8:
        break

kernel = model.weight.detach().t()
print("norms:", *(f"{norm:.3f}" for norm in norms[::2]))
print("stopped after", epochs, "epochs")
