import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(5, 3)), dtype=torch.float32)


class Shift(nn.Module):
    def __init__(self, features):
        super().__init__()
        self.register_buffer("offset", torch.zeros(features))
        cache = torch.zeros(features)
        self.register_buffer("cache", cache, persistent=False)

    def forward(self, x):
        return x + self.offset


def build():
    return nn.Sequential(nn.BatchNorm1d(3, eps=1e-3), Shift(3))


model = build()
norm, shift = model
norm.running_mean.copy_(torch.tensor(rng.normal(size=3)))
norm.running_var.copy_(torch.tensor(rng.normal(size=3) ** 2))
shift.offset.copy_(torch.tensor(rng.normal(size=3)))
shift.cache.fill_(7.0)
torch.save(model.state_dict(), "weights.pt")

loaded = build()
state = torch.load("weights.pt")
loaded.load_state_dict(state)
loaded.eval()
with torch.no_grad():
    outputs = loaded(x)
offset, cache = loaded[1].offset, loaded[1].cache
entries = len(state)
print("in the file:", *state)
print("offset:", offset.numpy().round(4))
print("cache: ", cache.numpy())
