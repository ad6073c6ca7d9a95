import numpy as np
import torch

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(16, 8)), dtype=torch.float32)
weights = torch.tensor(rng.normal(size=(8, 4)), dtype=torch.float32)
weights.requires_grad_()


def mean_square(x, weights):
    hidden = torch.tanh(x @ weights)
    return (hidden**2).mean()


compiled = torch.compile(mean_square)

loss_eager = mean_square(x, weights)
(gradient_eager,) = torch.autograd.grad(loss_eager, weights)
loss_compiled = compiled(x, weights)
(gradient_compiled,) = torch.autograd.grad(loss_compiled, weights)

largest_difference = float(
    (gradient_compiled - gradient_eager).abs().max()
)
print(f"loss, eager:    {loss_eager.item():.6f}")
print(f"loss, compiled: {loss_compiled.item():.6f}")
print("gradients within 1e-6:", largest_difference < 1e-6)
