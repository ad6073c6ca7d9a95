import numpy as np
import torch
from torch import nn

data = np.random.default_rng(0).normal(size=(5, 4))
layer = nn.Linear(4, 1)
nn.init.ones_(layer.weight)
nn.init.zeros_(layer.bias)

output = layer(torch.from_numpy(data).float())
print(output.dtype)

layer(torch.from_numpy(data))
