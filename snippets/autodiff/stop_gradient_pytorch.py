import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)

product = x.square() * x
(gradient,) = torch.autograd.grad(product.sum(), x)

product = x.square().detach() * x
(gradient_detached,) = torch.autograd.grad(product.sum(), x)

with torch.no_grad():
    factor = x.square()
product = factor * x
(gradient_not_recorded,) = torch.autograd.grad(product.sum(), x)

print("full:        ", gradient)
print("detach():    ", gradient_detached)
print("no_grad():   ", gradient_not_recorded)
