import copy

import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(5, 3)), dtype=torch.float32)
y = torch.tensor(rng.normal(size=(5, 1)), dtype=torch.float32)

model = nn.Linear(3, 1, bias=False)
with torch.no_grad():
    model.weight.copy_(torch.tensor([[0.5, -1.0, 2.0]]))

kept = model.state_dict()["weight"]
copied = copy.deepcopy(model.state_dict())["weight"]

optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
nn.functional.mse_loss(model(x), y).backward()
optimizer.step()

trained = model.weight
kept_follows = torch.equal(kept, trained)
print("trained:", trained.detach().numpy().round(3))
print("state_dict:", kept.numpy().round(3))
print("deepcopy:", copied.numpy().round(3))
