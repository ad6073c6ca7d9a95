import torch
from torch.utils.data import DataLoader, TensorDataset

targets = torch.linspace(-1, 3, 70)
rows = TensorDataset(targets)

loader = DataLoader(rows, batch_size=32)
sizes = [len(batch) for (batch,) in loader]
dropping = DataLoader(rows, batch_size=32, drop_last=True)
sizes_dropped = [len(batch) for (batch,) in dropping]
steps = len(loader)
default_size = DataLoader(rows).batch_size
print("sizes:", *sizes, "or, dropped,", *sizes_dropped)
print("default size:", default_size)

# a model that predicts 0
losses = [batch.square().mean() for (batch,) in loader]
loss_of_batches = torch.stack(losses).mean().item()
weights = torch.tensor(sizes) / len(rows)
loss = (weights @ torch.stack(losses)).item()
print(f"mean over batches {loss_of_batches:.4f}, over rows {loss:.4f}")
