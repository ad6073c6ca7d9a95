import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(5, 4)), dtype=torch.float32)

model = nn.Sequential(nn.Linear(4, 2), nn.Tanh())
with torch.no_grad():
    model[0].weight.copy_(torch.tensor(rng.normal(size=(4, 2)).T))
    model[0].bias.copy_(torch.tensor(rng.normal(size=2)))

script = torch.jit.script(model)
torch.jit.save(script, "model.ts")

loaded = torch.jit.load("model.ts")
with torch.no_grad():
    outputs = loaded(x)
print(outputs.numpy().round(4))
