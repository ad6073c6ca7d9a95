import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(5, 4)), dtype=torch.float32)
start = torch.tensor(rng.normal(size=(4, 3)), dtype=torch.float32)
bias = torch.tensor(rng.normal(size=3), dtype=torch.float32)

state = {"weight": start.T.half(), "bias": bias.half()}
torch.save(state, "half.pt")

layer = nn.Linear(4, 3)
state = torch.load("half.pt")
layer.load_state_dict(state)
kernel = layer.weight.detach().T
outputs = layer(x).detach()
rounding = (kernel - start).abs().max().item()
bytes_of_a_weight = layer.weight.itemsize
print("in the file:", state["weight"].dtype)
print("copied:     ", layer.weight.dtype)
print(f"largest rounding error: {rounding:.5f}")

layer.load_state_dict(state, assign=True)
bytes_when_assigned = layer.weight.itemsize
print("assigned:   ", layer.weight.dtype)
