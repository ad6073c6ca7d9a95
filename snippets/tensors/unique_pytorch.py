import torch

x = torch.tensor([30, 10, 30, 20, 10, 30])

by_default = torch.unique(x)
values, positions, counts = torch.unique(
    x, return_inverse=True, return_counts=True
)
rebuilt = values[positions]

print("unique:", by_default.tolist())
print("counts:", counts.tolist())
print("position of each element:", positions.tolist())
