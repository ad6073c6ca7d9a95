import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
logits = torch.tensor(rng.normal(size=(4, 3)), dtype=torch.float32)
one_hot = nn.functional.one_hot(torch.tensor([0, 2, 1, 2]))
loss_function = nn.CrossEntropyLoss()

loss = loss_function(logits, one_hot.float())
print(f"as probabilities: {loss:.4f}")

loss_function(logits, one_hot)
