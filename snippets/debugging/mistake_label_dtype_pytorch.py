import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
logits = torch.tensor(rng.normal(size=(4, 3)), dtype=torch.float32)
labels = torch.tensor([0.0, 2.0, 1.0, 2.0])
loss_function = nn.CrossEntropyLoss()

loss = loss_function(logits, labels.long())
print(f"integer labels: {loss:.4f}")

loss_function(logits, labels)
