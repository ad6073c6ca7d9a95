import numpy as np
import torch
from torch.nn import functional as F

draw = np.random.default_rng(0).standard_normal
logits = torch.tensor(draw((2, 4, 5), "float32"), requires_grad=True)
labels = torch.tensor([[1, 4, 0, -100], [2, 2, -100, -100]])

# The classes have to be on the second axis.
by_class = logits.transpose(1, 2)
loss = by_default = from_probabilities = F.cross_entropy(
    by_class, labels
)
loss.backward()
gradient = logits.grad
total = F.cross_entropy(by_class, labels, reduction="sum")
smoothed = F.cross_entropy(
    logits[0, :3], labels[0, :3], label_smoothing=0.1
)

print(f"mean of the five real steps: {loss.item():.4f}")
print(f"their sum: {total.item():.4f}")
print(f"smoothed labels, three steps: {smoothed.item():.4f}")
print("gradient of a padded step:", gradient[0, 3].numpy())

F.cross_entropy(logits, labels)
