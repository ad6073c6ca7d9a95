import torch

x = torch.tensor([1.0, 2.0])
y = torch.tensor([10.0, 20.0, 30.0])

by_default = torch.meshgrid(x, y)
rows_first = torch.meshgrid(x, y, indexing="ij")
columns_first = torch.meshgrid(x, y, indexing="xy")

print("default:", tuple(by_default[0].shape))
print('"ij":', rows_first[0].tolist())
print('"xy":', columns_first[0].tolist())
