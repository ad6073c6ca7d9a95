import torch

x = torch.arange(12.0).reshape(1, 3, 1, 4, 1)

all_removed = x.squeeze()
some_removed = x.squeeze((0, 2))
added = all_removed.unsqueeze(1).unsqueeze(-1)
left_alone = x.squeeze(1)

print("squeeze():", tuple(all_removed.shape))
print("squeeze((0, 2)):", tuple(some_removed.shape))
print("unsqueeze(1), unsqueeze(-1):", tuple(added.shape))
print("squeeze(1), an axis of 3:", tuple(left_alone.shape))
