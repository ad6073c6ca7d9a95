import torch
from torch.func import grad, jvp, vjp

x = torch.tensor([0.5, -1.0, 2.0])
tangent = torch.tensor([1.0, 0.0, -1.0])
cotangent = torch.tensor([2.0, 1.0, 0.5])


def function(x):
    return torch.sin(x) * x.roll(1)


value, jvp_product = jvp(function, (x,), (tangent,))
_, vjp_function = vjp(function, x)
(vjp_product,) = vjp_function(cotangent)
_, hessian_product = jvp(
    grad(lambda x: function(x).sum()), (x,), (tangent,)
)
print("J v:  ", jvp_product)
print("u^T J:", vjp_product)
print("H v:  ", hessian_product)
