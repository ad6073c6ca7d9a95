from collections import OrderedDict

import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(5, 4)), dtype=torch.float32)


def build(first, second):
    sizes = [(first, nn.Linear(4, 3)), (second, nn.Linear(3, 2))]
    return nn.Sequential(OrderedDict(sizes))


model = build("hidden", "head")
with torch.no_grad():
    for layer in model:
        fan_out, fan_in = layer.weight.shape
        kernel = rng.normal(size=(fan_in, fan_out))
        layer.weight.copy_(torch.tensor(kernel.T))
        layer.bias.copy_(torch.tensor(rng.normal(size=fan_out)))
torch.save(model.state_dict(), "weights.pt")

renamed = build("encoder", "head")
state = torch.load("weights.pt")
renamed_state = {
    name.replace("hidden.", "encoder."): tensor
    for name, tensor in state.items()
}
renamed.load_state_dict(renamed_state)
with torch.no_grad():
    outputs = renamed(x)
    difference = (outputs - model(x)).abs().max().item()
print("in the file:", *state)
print("in the model:", *renamed.state_dict())
print("difference after renaming the keys:", difference)

renamed.load_state_dict(state)
