import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(5, 4)), dtype=torch.float32)


class Scale(nn.Module):
    def __init__(self, features, power):
        super().__init__()
        self.power = power
        self.scale = nn.Parameter(torch.ones(features))

    def forward(self, x):
        return x * self.scale**self.power


def build(hidden, power):
    return nn.Sequential(
        nn.Linear(4, hidden), nn.Tanh(), Scale(hidden, power)
    )


config = {"hidden": 3, "power": 2}
model = build(**config)
with torch.no_grad():
    model[0].weight.copy_(torch.tensor(rng.normal(size=(4, 3)).T))
    model[0].bias.copy_(torch.tensor(rng.normal(size=3)))
    model[2].scale.copy_(torch.tensor(rng.normal(size=3)))

contents = {"config": config, "weights": model.state_dict()}
torch.save(contents, "model.pt")

saved = torch.load("model.pt")
loaded = build(**saved["config"])
loaded.load_state_dict(saved["weights"])
with torch.no_grad():
    outputs = loaded(x)
    difference = (outputs - model(x)).abs().max().item()
print("arguments in the file:", saved["config"])
print("difference after loading:", difference)
