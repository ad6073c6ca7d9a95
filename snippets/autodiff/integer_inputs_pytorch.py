import torch

counts = torch.tensor([1, 2, 3])
x = counts.to(torch.float32).requires_grad_()
x.square().sum().backward()
gradient = x.grad
print("converted to float32:", gradient)

counts.requires_grad_()
