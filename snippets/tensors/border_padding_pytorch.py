import torch
from torch.nn import functional as F

x = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
x.requires_grad_()

# left 1, right 2, top 0, bottom 3: the last axis comes first
padded = F.pad(x, (1, 2, 0, 3), value=-1.0)
# reflection of two axes asks for a third one in front
reflected = F.pad(x[None], (2, 1, 1, 0), mode="reflect")[0]

weights = torch.arange(18.0).reshape(3, 6)
loss = (reflected * weights).square().sum() + (padded**3).sum()
(gradient,) = torch.autograd.grad(loss, x)

print("padded:", tuple(padded.shape))
print("first row:", padded[0].tolist())
print("reflected, first row:", reflected[0].tolist())
print("gradient:", gradient.tolist())
