from collections import OrderedDict

import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(5, 3)), dtype=torch.float32)


def build(*names):
    return nn.Sequential(
        OrderedDict((name, nn.Linear(3, 3)) for name in names)
    )


model = build("a", "b")
with torch.no_grad():
    for layer in model:
        layer.weight.copy_(torch.tensor(rng.normal(size=(3, 3)).T))
        layer.bias.copy_(torch.tensor(rng.normal(size=3)))
torch.save(model.state_dict(), "weights.pt")

swapped = build("b", "a")
swapped.load_state_dict(torch.load("weights.pt"))
kernel_loaded = kernel_by_name = swapped.b.weight.detach().T

with torch.no_grad():
    outputs = model(x)
    moved = (swapped(x) - outputs).abs().max().item()
same = torch.equal(swapped.b.weight, model.b.weight)
print("layer b has the weights saved for b:", same)
print(f"change of the outputs: {moved:.2f}")
