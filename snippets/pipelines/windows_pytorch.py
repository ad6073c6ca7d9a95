import numpy as np
import torch
from torch.utils.data import DataLoader, TensorDataset

rng = np.random.default_rng(0)
series = torch.tensor(rng.normal(size=20), dtype=torch.float32)


def share_inside(windows, targets):
    inside = (windows == targets[:, None]).any(dim=1)
    return inside.float().mean().item()


windows = series.unfold(0, size=4, step=1)
rows = TensorDataset(windows[:-1], series[4:])
batches = list(DataLoader(rows, batch_size=8))
inputs = torch.cat([batch for batch, _ in batches])
targets = torch.cat([batch for _, batch in batches])
targets_inside = share_inside(inputs, targets)
targets_inside_by_mistake = share_inside(windows, series[3:])

print("windows:", tuple(windows.shape), "with target:", len(rows))
print("first:", inputs[0], "->", f"{targets[0]:.4f}")
print("share of targets inside their window:", targets_inside)
print("from one step earlier:", targets_inside_by_mistake)
