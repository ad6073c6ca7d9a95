import torch

counts = torch.tensor([1, 2, 3])
weights = torch.tensor([0.5, 0.25, 0.125])

total = counts + weights
print(total, total.dtype)
