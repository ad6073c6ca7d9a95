import numpy as np
import torch

rng = np.random.default_rng(0)
values = torch.tensor(rng.normal(size=(6, 2)), dtype=torch.float32)
values.requires_grad_()
groups = torch.tensor([3, 0, 1, 0, 3, 3])  # none in group 2

sums = torch.zeros(4, 2).index_add(0, groups, values)
sizes = torch.bincount(groups, minlength=4)
means = sums / sizes.clamp(min=1)[:, None]
largest = torch.full((4, 2), -torch.inf).scatter_reduce(
    0, groups[:, None].expand(-1, 2), values, reduce="amax"
)
largest_of_filled = largest[sizes > 0]
largest_of_empty = largest[2]

loss = (sums * means).sum() + (largest_of_filled**3).sum()
(gradient,) = torch.autograd.grad(loss, values)
print("sums:", *sums.detach().numpy().round(3))
print("means:", *means.detach().numpy().round(3))
print("largest in group 2:", largest_of_empty.tolist())
