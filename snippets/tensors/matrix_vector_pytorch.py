import numpy as np
import torch

rng = np.random.default_rng(0)
batch, matrix, vector, left = (
    torch.tensor(rng.normal(size=shape))
    for shape in [(2, 3, 4), (3, 4), (4,), (3,)]
)
inputs = [matrix.requires_grad_(), vector.requires_grad_()]

product = matrix @ vector
batched = batch @ vector
from_the_left = left @ matrix
inner = vector @ vector

loss = (product**3).sum() + batched.square().sum()
loss = loss + from_the_left.square().sum() + 2 * inner
gradients = torch.autograd.grad(loss, inputs)
print("matrix @ vector:", tuple(product.shape))
print("batch @ vector:", tuple(batched.shape))
print("vector @ matrix:", tuple(from_the_left.shape))
print(f"vector @ vector: {inner.item():.4f}")
