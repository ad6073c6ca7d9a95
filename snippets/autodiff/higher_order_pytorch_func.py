import torch
from torch.func import grad, vmap


def gaussian(x):
    return torch.exp(-x.square())


x = torch.tensor([0.5, 1.0, -2.0])
first = vmap(grad(gaussian))(x)
second = vmap(grad(grad(gaussian)))(x)
third = vmap(grad(grad(grad(gaussian))))(x)
print("first: ", first)
print("second:", second)
print("third: ", third)
