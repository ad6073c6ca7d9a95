import numpy as np
import torch
from torch import nn
from torch.serialization import (
    get_unsafe_globals_in_checkpoint,
    safe_globals,
)

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(5, 4)), dtype=torch.float32)


class Scale(nn.Module):
    def __init__(self, features, power):
        super().__init__()
        self.power = power
        self.scale = nn.Parameter(torch.ones(features))

    def forward(self, x):
        return x * self.scale**self.power


model = nn.Sequential(nn.Linear(4, 3), nn.Tanh(), Scale(3, power=2))
with torch.no_grad():
    model[0].weight.copy_(torch.tensor(rng.normal(size=(4, 3)).T))
    model[0].bias.copy_(torch.tensor(rng.normal(size=3)))
    model[2].scale.copy_(torch.tensor(rng.normal(size=3)))

torch.save(model, "model.pt")
for name in sorted(get_unsafe_globals_in_checkpoint("model.pt")):
    print("needs", name)

trusted = torch.load("model.pt", weights_only=False)
with safe_globals([nn.Sequential, nn.Linear, nn.Tanh, Scale]):
    listed = torch.load("model.pt")
with torch.no_grad():
    outputs = trusted(x)
    difference = (outputs - listed(x)).abs().max().item()
print("difference between both ways of loading:", difference)

torch.load("model.pt")
