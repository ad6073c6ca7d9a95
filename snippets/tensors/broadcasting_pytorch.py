import torch

a = torch.tensor([[[1.0, -2.0, 3.0]], [[0.5, 4.0, -1.0]]])
b = torch.tensor([[2.0], [-1.0], [0.5], [3.0]])
a.requires_grad_()
b.requires_grad_()

product = a * b
gradients = torch.autograd.grad(product.square().sum(), [a, b])
print("shapes:", *(tuple(x.shape) for x in (a, b, product)))
print("gradient of a:", gradients[0].tolist())
print("gradient of b:", gradients[1].tolist())

expanded = b.expand(2, 4, 3)
table = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
offsets = torch.tensor([10.0, 20.0])
shifted = table + offsets[:, None]
print("one offset per row:", shifted.tolist())
square = table[:, :2] + offsets
print("square, no axis added:", square.tolist())

table + offsets
