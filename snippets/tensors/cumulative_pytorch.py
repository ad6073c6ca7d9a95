import torch

x = torch.tensor([1.0, 3.0, -2.0, 4.0], requires_grad=True)

running = x.cumsum(dim=0)
before = running - x
remaining = x.flip(0).cumsum(dim=0).flip(0)
products = x.cumprod(dim=0)
log_sums = x.logcumsumexp(dim=0)
largest_so_far = x.cummax(dim=0).values
differences = x.diff()

loss = (running**3).sum() + before.square().sum() + products.sum()
loss = loss + (remaining * log_sums).sum() + largest_so_far.sum()
(gradient,) = torch.autograd.grad(loss, x)
print("running sum:", running.tolist())
print("before the element:", before.tolist())
print("from the element on:", remaining.tolist())
print("running product:", products.tolist())
print("largest so far:", largest_so_far.tolist())
print("differences:", differences.tolist())
