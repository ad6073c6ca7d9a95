import torch

x = torch.tensor([[3.0, 5.0, 5.0], [9.0, 2.0, 9.0]])

by_default = x.argmax()
in_all = by_default
per_row = x.argmax(dim=1)
per_column = x.argmax(dim=0)
largest_per_row = x.max(dim=1).values

print("argmax():", by_default.tolist())
print("argmax(dim=1):", per_row.tolist())
print("argmax(dim=0):", per_column.tolist())
print("max(dim=1).values:", largest_per_row.tolist())
