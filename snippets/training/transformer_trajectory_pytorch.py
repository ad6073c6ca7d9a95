import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
text = torch.tensor(rng.integers(11, size=(8, 7)))
tokens, labels = text[:, :-1], text[:, 1:]
shapes = [(11, 8), (6, 8)]  # tokens and positions
shapes += [(8, 24), (24,), (8, 8), (8,)]  # attention
shapes += [(8, 16), (16,), (16, 8), (8,)]  # dense layers
shapes += [(8,), (8,), (8,), (8,), (8, 11), (11,)]  # norms, head
start = [torch.tensor(rng.normal(0, 0.3, shape)) for shape in shapes]


class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed = nn.Embedding(11, 8)
        self.position = nn.Embedding(6, 8)
        self.block = nn.TransformerEncoderLayer(
            d_model=8,
            nhead=2,
            dim_feedforward=16,
            dropout=0.0,
            batch_first=True,
        )
        self.head = nn.Linear(8, 11)

    def forward(self, tokens):
        length = tokens.shape[1]
        x = self.embed(tokens) + self.position(torch.arange(length))
        mask = nn.Transformer.generate_square_subsequent_mask(length)
        return self.head(self.block(x, src_mask=mask, is_causal=True))


model = Decoder()
with torch.no_grad():
    for index, parameter in enumerate(model.parameters()):
        values = start[index]
        parameter.copy_(values if index < 2 else values.t())
    model.block.norm1.weight.add_(1)
    model.block.norm2.weight.add_(1)

optimizer = torch.optim.SGD(model.parameters(), lr=0.3)
losses = []
for step in range(15):
    optimizer.zero_grad()
    logits = model(tokens)
    loss = nn.functional.cross_entropy(
        logits.flatten(0, 1), labels.flatten()
    )
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

weights = [parameter.detach() for parameter in model.parameters()]
weights = [*weights[:2], *(w.t() for w in weights[2:])]
print("losses:", *(f"{loss:.4f}" for loss in losses[::3]))
