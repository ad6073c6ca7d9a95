import numpy as np
import torch

rng = np.random.default_rng(0)
x, weight, y, blocks, targets = (
    torch.tensor(rng.normal(size=shape))
    for shape in [(2, 3), (3, 4), (2, 4), (2, 3, 3), (2,)]
)
inputs = [tensor.requires_grad_() for tensor in (x, weight, y)]

scores = torch.einsum("bi,ij,bj->b", x, weight, y)
loss = (scores - targets).square().sum()
gradients = torch.autograd.grad(loss, inputs)

batched = torch.einsum("...ik,kj->...ij", blocks, weight)
# a repeated letter takes the diagonal
diagonal_sums = torch.einsum("bii->b", blocks)
print("scores:", scores.detach().numpy().round(4))
print("gradients:", *(tuple(g.shape) for g in gradients))
print("batched:", tuple(batched.shape))
print("traces:", diagonal_sums.numpy().round(4))
