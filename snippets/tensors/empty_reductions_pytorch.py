import torch

losses = torch.tensor([0.5, 2.0])
selected = losses[losses > 3]

total, product = selected.sum(), selected.prod()
all_and_any = [bool((selected > 0).all()), bool((selected > 0).any())]
log_sum = selected.logsumexp(dim=0)
mean = selected.mean()
guarded_mean = total / max(selected.numel(), 1)
floor = torch.tensor([-torch.inf])
largest = torch.cat([selected, floor]).max()

print("sum, product:", total.item(), product.item())
print("all, any:", *all_and_any)
print("mean:", mean.item())
print("mean, divisor at least 1:", guarded_mean.item())
print("max with -inf appended:", largest.item())

selected.max()
