import numpy as np
import torch

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(2, 3, 4)), requires_grad=True)

totals = x.sum(dim=(0, 2))
means = x.mean(dim=1, keepdim=True)
products = x.prod(dim=2).prod(dim=0)
largest = x.amax(dim=(0, 2))
log_sums = x.logsumexp(dim=0)
any_above = (x > 1).any(dim=2)
all_above = (x > -1).all(dim=(1, 2))

loss = totals.square().sum() + (means**3).sum() + products.sum()
loss = loss + largest.square().sum() + 2 * log_sums.sum()
(gradient,) = torch.autograd.grad(loss, x)
print("sum over 0 and 2:", totals.detach().numpy().round(4))
print("mean over 1, axis kept:", tuple(means.shape))
print("amax over 0 and 2:", largest.detach().numpy().round(4))
print("all above -1:", all_above.tolist())

x.prod(dim=(0, 2))
