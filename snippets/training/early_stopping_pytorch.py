import copy

import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(32, 2)), dtype=torch.float32)
x_val = torch.tensor(rng.normal(size=(32, 2)), dtype=torch.float32)
y = x @ torch.tensor([[2.0], [-1.0]])
y_val = x_val @ torch.tensor([[1.0], [-0.5]])  # best half-way there

model = nn.Linear(2, 1, bias=False)
nn.init.zeros_(model.weight)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

patience, waited = 3, 0
best_loss, best_epoch, best_state = float("inf"), None, None
validation_losses = []
for epoch in range(50):
    optimizer.zero_grad()
    nn.functional.mse_loss(model(x), y).backward()
    optimizer.step()
    with torch.no_grad():
        loss = nn.functional.mse_loss(model(x_val), y_val).item()
    validation_losses.append(loss)
    if loss < best_loss:
        best_loss, best_epoch, waited = loss, epoch, 0
        best_state = copy.deepcopy(model.state_dict())
    else:
        waited += 1
        if waited >= patience:
            break

epochs = len(validation_losses)
last_kernel = model.weight.detach().clone().t()
model.load_state_dict(best_state)
best_kernel = model.weight.detach().t()
print("validation:", *(f"{loss:.4f}" for loss in validation_losses))
print(f"best was epoch {best_epoch + 1} of {epochs}")
