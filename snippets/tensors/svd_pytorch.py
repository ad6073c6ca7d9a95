import numpy as np
import torch

a = torch.tensor(np.random.default_rng(0).normal(size=(4, 3)))

u, singular_values, v_transposed = torch.linalg.svd(a)
left_shape = list(u.shape)
rebuilt = u[:, :3] @ torch.diag(singular_values) @ v_transposed
# a vector and its negative are equally good
right_vectors = v_transposed.abs()

a.requires_grad_()
weights = torch.tensor([1.0, -2.0, 3.0])
loss = (torch.linalg.svdvals(a) * weights).sum()
(gradient,) = torch.autograd.grad(loss, a)
print("singular values:", singular_values.numpy().round(4))
print("shape of u:", left_shape)
print("u @ s @ v_transposed is a:", torch.allclose(rebuilt, a))
