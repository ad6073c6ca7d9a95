import numpy as np
import torch
from torch import nn

draw = np.random.default_rng(0).standard_normal
table = torch.tensor(draw((6, 4), "float32"))
upstream = torch.tensor(draw((2, 4), "float32"))
tokens = torch.tensor([[3, 5, 3, 0], [2, 0, 0, 0]])

embedding = nn.Embedding(6, 4, padding_idx=0)
embedding.load_state_dict({"weight": table})
vectors = embedding(tokens)

vectors.mean(dim=1).backward(upstream)
gradient_of_plain_mean = embedding.weight.grad
padding_gradient = gradient_of_plain_mean[0]
other_rows = gradient_of_plain_mean[1:]

plain = nn.Embedding(6, 4)
plain.load_state_dict({"weight": table})
plain(tokens).mean(dim=1).backward(upstream)
gradient_of_all_rows = plain.weight.grad

embedding.zero_grad()
real = (tokens != 0).unsqueeze(-1)
masked_mean = (embedding(tokens) * real).sum(1) / real.sum(1)
masked_mean.backward(upstream)
gradient_of_masked_mean = embedding.weight.grad

print("padding token:", vectors[0, 3].detach().numpy().round(4))
print("its gradient: ", padding_gradient.numpy().round(4))
print("without padding_idx:", gradient_of_all_rows[0].numpy().round(4))
print("masked mean:", masked_mean[1].detach().numpy().round(4))
