import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)

whole = repeated = x.repeat(2)
interleaved = x.repeat_interleave(2)
tiled = torch.stack([x, -x]).repeat(1, 2)
by_counts = x.repeat_interleave(torch.tensor([3, 0, 1]))

loss = (interleaved * torch.arange(6.0)).sum()
loss = loss + (tiled * torch.arange(6.0)).square().sum()
loss = loss + (by_counts**3).sum()
(gradient,) = torch.autograd.grad(loss, x)

print("x.repeat(2):", repeated.tolist())
print("x.repeat_interleave(2):", interleaved.tolist())
print("rows, repeat(1, 2):", tiled.tolist())
print("3, 0 and 1 times:", by_counts.tolist())
print("gradient:", gradient.tolist())
