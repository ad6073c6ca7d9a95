import torch

x = torch.arange(12.0).reshape(3, 4).requires_grad_()

rows = x[[2, 0, 2]]
columns = x[:, [3, 1]]
elements = x[[0, 2, 2], [1, 3, 3]]
positions = torch.tensor([[2], [0], [3]])
one_per_row = x.gather(dim=1, index=positions)
last_row = x[[-1]]

loss = rows.square().sum() + 3 * columns.sum() + 5 * elements.sum()
loss = loss + 7 * one_per_row.square().sum()
(gradient,) = torch.autograd.grad(loss, x)
print("elements:", elements.tolist())
print("one per row:", one_per_row.flatten().tolist())
print("gradient:", gradient.tolist())

by_list = x[[2, 0]]
print("x[[2, 0]]:", by_list.tolist())
