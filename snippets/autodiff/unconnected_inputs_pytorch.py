import torch

used = torch.tensor(3.0, requires_grad=True)
unused = torch.tensor([1.0, 2.0], requires_grad=True)

gradients = torch.autograd.grad(
    used.square(), [used, unused], allow_unused=True
)
gradients_with_zeros = torch.autograd.grad(
    used.square(), [used, unused], materialize_grads=True
)
print("allow_unused:", *gradients)
print("materialize_grads:", *gradients_with_zeros)

used.square().backward()
print("after backward():", used.grad, unused.grad)

torch.autograd.grad(used.square(), [used, unused])
