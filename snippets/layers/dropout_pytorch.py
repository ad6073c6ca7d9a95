import numpy as np
import torch
from torch import nn

draw = np.random.default_rng(0).standard_normal
new = torch.tensor(draw((2, 3), "float32"))
x = torch.ones(100, 100, requires_grad=True)

dropout = nn.Dropout(0.25)
torch.manual_seed(1)
outputs = dropout(x)
outputs.backward(torch.full((100, 100), 3.0))

kept = outputs[outputs != 0]
kept_values = [kept.min().item(), kept.max().item()]
share_dropped = (outputs == 0).float().mean().item()
mean = outputs.mean().item()
gradient_off_mask = (x.grad - 3 * outputs).abs().max().item()
masks = outputs[:32, :32]

torch.manual_seed(1)
same_seed_same_mask = torch.equal(dropout(x), outputs)
inference = dropout.eval()(new)

channel_means = nn.Dropout2d(0.25)(torch.ones(4, 50, 6, 6)).mean((2, 3))
partly = (channel_means > 0) & (channel_means < 1.33)
whole_channels = not bool(partly.any())

print(f"kept values: {kept_values[0]:.4f} to {kept_values[1]:.4f}")
print("same seed, same mask:", same_seed_same_mask)
print("inference:", inference[0].numpy().round(4))
print("Dropout2d drops whole channels:", whole_channels)
