import numpy as np
import torch

large, one = torch.tensor(1e8), torch.tensor(1.0)
small_first = (large + one) - large
large_first = (large - large) + one
print("(1e8 + 1) - 1e8 =", small_first.item())
print("(1e8 - 1e8) + 1 =", large_first.item())

rng = np.random.default_rng(0)
numbers = torch.tensor(rng.random(100_000))
orders = [torch.tensor(rng.permutation(100_000)) for _ in range(20)]

sums = torch.stack([numbers.float()[order].sum() for order in orders])
several_sums = int(len(sums.unique()) > 1)
print("float32, 20 orders, different sums:", bool(several_sums))
print(f"lowest and highest: {sums.min():.2f}, {sums.max():.2f}")

sums64 = torch.stack([numbers[order].sum() for order in orders])
print(f"float64: {sums64.min():.6f}, {sums64.max():.6f}")
