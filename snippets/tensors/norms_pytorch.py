import torch
from torch.linalg import matrix_norm, norm, vector_norm

x = torch.tensor([[1.0, -2.0, 3.0], [4.0, 1.5, -1.0]])
x.requires_grad_()

by_default = norm(x)
order_two, order_one = norm(x, ord=2), norm(x, ord=1)
matrix_norms = [matrix_norm(x, ord=2), matrix_norm(x, ord=1)]
vector_norms = [vector_norm(x, ord=2), vector_norm(x, ord=1)]
of_rows = vector_norm(x, dim=1)

loss = matrix_norms[0] ** 2 + (of_rows**3).sum() + by_default
(gradient,) = torch.autograd.grad(loss, x)
print(f"default: {by_default.item():.4f}")
print(f"ord=2: {order_two.item():.4f}")
print(f"ord=1: {order_one.item():.4f}")
print("of the rows:", of_rows.detach().numpy().round(4))
