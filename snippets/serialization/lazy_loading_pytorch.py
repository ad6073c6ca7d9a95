import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
kernel = torch.tensor(rng.normal(size=(64, 8)), dtype=torch.float32)
bias = torch.tensor(rng.normal(size=8), dtype=torch.float32)
x = torch.tensor(rng.normal(size=(2, 64)), dtype=torch.float32)
torch.save({"weight": kernel.T.contiguous(), "bias": bias}, "big.pt")

state = torch.load("big.pt", mmap=True)
row = state["weight"][:, 5].clone()
print("sixth row of the kernel:", row[:4].numpy().round(4))

with torch.device("meta"):
    layer = nn.Linear(64, 8)
parameters = list(layer.parameters())
allocated_before = sum(not weight.is_meta for weight in parameters)
print("device before loading:", layer.weight.device)

layer.load_state_dict(state, assign=True)
with torch.no_grad():
    outputs = layer(x)
print("device after loading: ", layer.weight.device)
print(outputs[0, :4].numpy().round(4))
