import torch

x = torch.tensor([[7.0, 1.0, 4.0, 2.0], [3.0, 9.0, -5.0, 8.0]])
x.requires_grad_()

by_default = x.median(dim=1).values
lower = by_default
interpolated = x.quantile(0.5, dim=1)
quartile = x.quantile(0.25, dim=1)

loss = (interpolated * torch.tensor([1.0, -2.0])).sum()
(gradient,) = torch.autograd.grad(loss, x)
print("median:", by_default.tolist())
print("quantile(0.5):", interpolated.tolist())
print("quantile(0.25):", quartile.tolist())
print("gradient of quantile(0.5):", gradient.tolist())
