import torch

x = torch.tensor([[1.0, 2.0, 4.0, 9.0], [0.0, -1.0, 3.0, 2.0]])
x.requires_grad_()

by_default = x.var(dim=1)
population = x.var(dim=1, correction=0)
sample = by_default
deviation = x.std(dim=1, correction=0)
variance, mean = torch.var_mean(x, dim=0, correction=0)
mean_and_variance = [mean, variance]
of_one_value = torch.tensor([5.0]).var()

weights = torch.tensor([1.0, -2.0])
loss = (population * weights).sum() + (deviation * weights).sum()
(gradient,) = torch.autograd.grad(loss, x)
print("default:", by_default.detach().numpy().round(4))
print("correction=0:", population.detach().numpy().round(4))
print("of one value:", of_one_value.item())
