from collections import OrderedDict

import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(5, 4)), dtype=torch.float32)


def build(classes):
    hidden, head = nn.Linear(4, 3), nn.Linear(3, classes)
    nn.init.constant_(head.weight, 0.5)
    nn.init.zeros_(head.bias)
    return nn.Sequential(OrderedDict(hidden=hidden, head=head))


model = build(classes=2)
with torch.no_grad():
    model.hidden.weight.copy_(torch.tensor(rng.normal(size=(4, 3)).T))
    model.hidden.bias.copy_(torch.tensor(rng.normal(size=3)))
torch.save(model.state_dict(), "weights.pt")

larger = build(classes=4)
own = larger.state_dict()
state = torch.load("weights.pt")
fitting = {
    name: tensor
    for name, tensor in state.items()
    if tensor.shape == own[name].shape
}
report = larger.load_state_dict(fitting, strict=False)
with torch.no_grad():
    outputs = larger(x)
print("not loaded:", report.missing_keys)
print(outputs[0].numpy().round(4))

larger.load_state_dict(state, strict=False)
