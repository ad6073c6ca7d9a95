import torch

x = torch.arange(24.0).reshape(2, 3, 4).requires_grad_()

parts = {
    "x[-1, 1]": x[-1, 1],
    "x[..., 1]": x[..., 1],
    "x[:, 1:, ::2]": x[:, 1:, ::2],
    "x[:, None, 0]": x[:, None, 0],
    "x[1, :-1, -2:]": x[1, :-1, -2:],
    "x[0, 5:]": x[0, 5:],
}
for name, part in parts.items():
    print(f"{name}: shape {tuple(part.shape)}")

masked = x[x % 5 > 2]
print("x[x % 5 > 2]:", masked.tolist())

reversed_rows = torch.flip(x, dims=[-1])
loss = masked.square().sum() + (reversed_rows[0] ** 3).sum()
(gradient,) = torch.autograd.grad(loss, x)

x[..., ::-1]
