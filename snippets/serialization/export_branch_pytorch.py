import torch
from torch import nn

positive = torch.tensor([1.0, 2.5, -0.5])
negative = torch.tensor([1.0, -2.5, -0.5])


class WithCond(nn.Module):
    def forward(self, x):
        return torch.cond(
            x.sum() > 0, lambda x: x**2, lambda x: 0.5 * x, (x,)
        )


program = torch.export.export(WithCond(), (positive,))
torch.export.save(program, "model.pt2")
loaded = torch.export.load("model.pt2").module()
outputs = [loaded(positive), loaded(negative)]
print("sum above zero:", outputs[0])
print("sum below zero:", outputs[1])


class WithIf(nn.Module):
    def forward(self, x):
        if x.sum() > 0:
            return x**2
        return 0.5 * x


torch.export.export(WithIf(), (positive,))
