from collections import OrderedDict

import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(5, 4)), dtype=torch.float32)


def build(*names):
    sizes = {"hidden": (4, 3), "head": (3, 2), "extra": (2, 2)}
    return nn.Sequential(
        OrderedDict((name, nn.Linear(*sizes[name])) for name in names)
    )


model = build("hidden", "head")
with torch.no_grad():
    for layer in model:
        fan_out, fan_in = layer.weight.shape
        kernel = rng.normal(size=(fan_in, fan_out))
        layer.weight.copy_(torch.tensor(kernel.T))
        layer.bias.copy_(torch.tensor(rng.normal(size=fan_out)))
state = model.state_dict()

smaller = build("hidden")
try:
    smaller.load_state_dict(state)
    smaller_refused = False
except RuntimeError:
    smaller_refused = True
report = smaller.load_state_dict(state, strict=False)
print("smaller model refused:", smaller_refused)
print("unexpected:", report.unexpected_keys)

larger = build("hidden", "head", "extra")
nn.init.constant_(larger.extra.weight, 0.5)
nn.init.zeros_(larger.extra.bias)
report = larger.load_state_dict(state, strict=False)
print("missing:", report.missing_keys)

with torch.no_grad():
    outputs_smaller, outputs_larger = smaller(x), larger(x)
print("larger model:", outputs_larger[0].numpy().round(4))

larger.load_state_dict(state)
