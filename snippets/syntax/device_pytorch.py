import numpy as np
import torch
from sklearn.datasets import load_diabetes
from torch import nn

device = torch.device("cpu")
if torch.accelerator.is_available():
    device = torch.accelerator.current_accelerator()

data = load_diabetes()
x = torch.tensor(data.data * 20, dtype=torch.float32).to(device)
y = torch.tensor(data.target / 100, dtype=torch.float32).to(device)

model = nn.Linear(10, 1).to(device)
with torch.no_grad():
    model.weight.copy_(torch.tensor(np.linspace(-1, 1, 10)[None]))
    model.bias.zero_()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

losses = []
for step in range(5):
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(model(x).squeeze(1), y)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

weight = model.weight.squeeze(0)
placed_with_input = model(x).device == x.device
print("losses:", *(f"{loss:.4f}" for loss in losses))
print("output on the device of the input:", placed_with_input)
