import torch

x = torch.tensor([[1.0, torch.nan, 3.0], [-2.0, 5.0, -0.5]])
x.requires_grad_()

totals, largest = x.sum(dim=1), x.amax(dim=1)
equal_to_itself = x == x
means_without_nan = x.nanmean(dim=1)

loss = x[~x.isnan()].square().mean()
(gradient,) = torch.autograd.grad(loss, x)
infinities = torch.tensor([torch.nan, torch.inf, -torch.inf, 7.0])
replaced = infinities.nan_to_num()

print("sum:", totals.tolist())
print("amax:", largest.tolist())
print("x == x:", equal_to_itself.tolist())
print("nanmean:", means_without_nan.detach().numpy().round(4))
print("gradient of the masked mean:", *gradient.numpy().round(4))
print("nan_to_num:", replaced.tolist())
