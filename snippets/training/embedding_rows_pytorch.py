import numpy as np
import torch
from torch import nn
from torch.optim import SGD, Adam, SparseAdam

draw = np.random.default_rng(0).standard_normal
table = torch.tensor(draw((6, 3), "float32"))
upstreams = torch.tensor(draw((3, 4, 3), "float32"))
# row 3 is looked up in the first step only, row 5 never
distinct = torch.tensor([[4, 1, 0, 3], [2, 4, 1, 0], [0, 2, 4, 1]])
repeated = torch.tensor([[4, 1, 4, 3], [0, 0, 2, 4], [4, 4, 4, 1]])


def train(tokens, optimizer_class, sparse=False):
    embedding = nn.Embedding(6, 3, sparse=sparse)
    embedding.load_state_dict({"weight": table})
    optimizer = optimizer_class(embedding.parameters(), lr=0.1)
    tables = []
    for batch, upstream in zip(tokens, upstreams, strict=True):
        optimizer.zero_grad()
        embedding(batch).backward(upstream)
        optimizer.step()
        tables.append(embedding.weight.detach().clone())
    return torch.stack(tables)


embedding = nn.Embedding(6, 3, sparse=True)
embedding(repeated[0]).backward(upstreams[0])
indices = embedding.weight.grad._indices()[0].tolist()
values = embedding.weight.grad._values()

sgd = train(repeated, SGD, sparse=True)
adam = train(distinct, Adam)
adam_repeated = adam_summed = train(repeated, Adam)
lazy_adam = train(repeated, SparseAdam, sparse=True)

print("rows in the gradient:", *indices)
print("row 3 after each step")
print("Adam:      ", adam[:, 3, 0].numpy().round(3))
print("SparseAdam:", lazy_adam[:, 3, 0].numpy().round(3))
first_move = (adam_repeated[0, 4] - table[4]).numpy()
print("row 4, twice in the first step:", first_move.round(3))

train(repeated, Adam, sparse=True)
