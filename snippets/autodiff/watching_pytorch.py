import torch

weight = torch.nn.Parameter(torch.tensor([2.0, -1.0]))
frozen = torch.nn.Parameter(
    torch.tensor([0.5, 3.0]), requires_grad=False
)
data = torch.tensor([3.0, 4.0])

loss = (weight * frozen * data).sum()
loss.backward()
weight_gradient = weight.grad
frozen_gradient = frozen.grad
data_gradient = data.grad
print("parameter:", weight_gradient)
print("frozen parameter:", frozen_gradient)
print("plain tensor:", data_gradient)

data.requires_grad_()
loss = (weight * frozen * data).sum()
(watched_gradient,) = torch.autograd.grad(loss, data)
print("after requires_grad_():", watched_gradient)

constant = torch.tensor([3.0, 4.0])
constant.square().sum().backward()
