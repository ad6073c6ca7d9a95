import torch

x = torch.tensor([0.5, 1.0, -2.0], requires_grad=True)
y = torch.exp(-x.square())

(first,) = torch.autograd.grad(y.sum(), x, create_graph=True)
(second,) = torch.autograd.grad(first.sum(), x, create_graph=True)
(third,) = torch.autograd.grad(second.sum(), x)
print("first: ", first.detach())
print("second:", second.detach())
print("third: ", third)
