import torch

x = torch.tensor([[0.5, -1.0, 2.0], [-3.0, 4.0, 1.0]])

where_alone = torch.where(x > 0.7)
by_axis = torch.stack(where_alone)
positions = torch.nonzero(x > 0.7)
chosen = torch.where(x > 0.7, x, -x * 10)

print("where(condition):", *(axis.tolist() for axis in where_alone))
print("nonzero:", positions.tolist())
print("where with three arguments:", chosen.tolist())
