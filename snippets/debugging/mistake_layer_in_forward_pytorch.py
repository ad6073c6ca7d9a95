import torch
from torch import nn

torch.manual_seed(0)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(4, 8)

    def forward(self, x):
        x = torch.relu(self.hidden(x))
        return nn.Linear(8, 2)(x)


model = Net()
x = torch.ones(1, 4)
same_twice = bool((model(x) == model(x)).all())
parameters = sum(p.numel() for p in model.parameters())
print("same output twice:", same_twice)
print("parameters:", parameters)
