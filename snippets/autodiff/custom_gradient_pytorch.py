import torch


class Log1pExp(torch.autograd.Function):
    @staticmethod
    def forward(x):
        return x.clamp(min=0) + torch.log1p(torch.exp(-x.abs()))

    @staticmethod
    def setup_context(ctx, inputs, output):
        (x,) = inputs
        ctx.save_for_backward(x)

    @staticmethod
    def backward(ctx, upstream):
        (x,) = ctx.saved_tensors
        return upstream * torch.sigmoid(x)


def naive(x):
    return torch.log1p(torch.exp(x))


def gradient_of(function):
    x = torch.tensor([-5.0, 0.5, 100.0], requires_grad=True)
    (2.0 * function(x)).sum().backward()
    return x.grad


naive_gradient = gradient_of(naive)
custom_gradient = gradient_of(Log1pExp.apply)
value = Log1pExp.apply(torch.tensor([-5.0, 0.5, 100.0]))
print("naive: ", naive_gradient)
print("custom:", custom_gradient)
print("value: ", value)
