import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(5, 4)), dtype=torch.float32)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.head = nn.Linear(4, 2)

    def forward(self, x):
        return self.head(x)


model = Net()
with torch.no_grad():
    model.head.weight.copy_(torch.tensor(rng.normal(size=(4, 2)).T))
    model.head.bias.copy_(torch.tensor(rng.normal(size=2)))

program = torch.export.export(model, (x[:3],))
torch.export.save(program, "model.pt2")

loaded = torch.export.load("model.pt2").module()
with torch.no_grad():
    outputs = loaded(x[:3])
print(outputs.numpy().round(4))

loaded(x)
