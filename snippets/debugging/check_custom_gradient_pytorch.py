import torch
from torch.autograd import gradcheck


class WrongCube(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x**3

    @staticmethod
    def backward(ctx, upstream):
        (x,) = ctx.saved_tensors
        return upstream * 2 * x**2


x = torch.tensor([1.0, 2.0], dtype=torch.float64, requires_grad=True)
builtin_passes = gradcheck(lambda x: x**3, x)
print("built-in:", builtin_passes)

gradcheck(WrongCube.apply, x)
