import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = (x**3).sum()

(first,) = torch.autograd.grad(y, x, retain_graph=True)
(second,) = torch.autograd.grad(y, x)
print("first: ", first)
print("second:", second)

torch.autograd.grad(y, x)
