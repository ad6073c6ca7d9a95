import numpy as np
import torch
from torch.nn import functional as F

tokens = torch.tensor([[3, 1, 4, 2], [5, 2, 0, 0], [6, 0, 0, 0]])
tags = torch.tensor(
    [[0, 2, 1, 3], [3, 1, -100, -100], [2, -100, -100, -100]]
)
rng = np.random.default_rng(0)
table = torch.tensor(rng.normal(size=(7, 5)), dtype=torch.float32)
kernel = torch.tensor(rng.normal(size=(5, 4)), dtype=torch.float32)
table.requires_grad_()
kernel.requires_grad_()

logits = F.embedding(tokens, table) @ kernel
loss = F.cross_entropy(logits.flatten(0, 1), tags.flatten())
gradients = torch.autograd.grad(loss, [table, kernel])

logits = logits.detach()
losses = F.cross_entropy(
    logits.flatten(0, 1), tags.clamp(min=0).flatten(), reduction="none"
)
loss_with_padding = losses.mean()
weights = (tokens != 0).flatten().float()
loss_by_counted_weights = (weights * losses).sum() / weights.sum()
loss_by_zero_weights = loss_by_counted_weights
print(f"7 tags of 12: {loss:.4f}")
print(f"with padding: {loss_with_padding:.4f}")
print(f"zero weights: {loss_by_zero_weights:.4f}")
