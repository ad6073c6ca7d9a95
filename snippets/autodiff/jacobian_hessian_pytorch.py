import torch
from torch.func import hessian, jacrev

matrix = torch.tensor([[1.0, 2.0, -1.0], [0.5, -1.0, 3.0]])
x = torch.tensor([0.2, -0.1, 0.3])


def layer(x):
    return torch.tanh(matrix @ x)


def energy(x):
    return layer(x).square().sum()


jacobian_matrix = jacrev(layer)(x)
hessian_matrix = hessian(energy)(x)
print("Jacobian:")
print(jacobian_matrix)
print("Hessian:")
print(hessian_matrix)
