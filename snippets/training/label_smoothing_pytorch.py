import numpy as np
import torch
from torch.nn import functional as F

rng = np.random.default_rng(0)
logits = torch.tensor(rng.normal(size=(6, 4)), dtype=torch.float32)
logits.requires_grad_()
labels = torch.tensor([0, 3, 1, 2, 2, 0])

loss = F.cross_entropy(logits, labels, label_smoothing=0.1)
(gradient,) = torch.autograd.grad(loss, logits)

scores = torch.tensor(rng.normal(size=6), dtype=torch.float32)
scores.requires_grad_()
targets = torch.tensor([0.0, 1.0, 1.0, 0.0, 1.0, 0.0])

smoothed = targets * (1 - 0.1) + 0.1 / 2
binary_loss = F.binary_cross_entropy_with_logits(scores, smoothed)
(binary_gradient,) = torch.autograd.grad(binary_loss, scores)

print(f"four classes: {loss:.4f}, binary: {binary_loss:.4f}")
print("first gradient:", gradient[0].numpy().round(4))
