import numpy as np
import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence

tokens = torch.tensor(
    [
        [3, 7, 1, 9, 2],
        [5, 4, 8, 0, 0],
        [11, 2, 6, 10, 0],
        [7, 3, 0, 0, 0],
        [1, 1, 4, 6, 9],
        [8, 0, 0, 0, 0],
    ]
)
labels = torch.tensor([0, 2, 1, 1, 0, 2])
rng = np.random.default_rng(0)
shapes = [(12, 5), (5, 28), (7, 28), (28,), (7, 3), (3,)]
start = [torch.tensor(rng.normal(0, 0.5, shape)) for shape in shapes]


class Reader(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed = nn.Embedding(12, 5, padding_idx=0)
        self.lstm = nn.LSTM(5, 7, batch_first=True)
        self.head = nn.Linear(7, 3)

    def forward(self, tokens):
        packed = pack_padded_sequence(
            self.embed(tokens),
            lengths=(tokens != 0).sum(1),
            batch_first=True,
            enforce_sorted=False,
        )
        _, (state, _) = self.lstm(packed)
        return self.head(state[-1])


model = Reader()
# The two biases are added; Keras has one, so the other stays at zero.
model.lstm.bias_hh_l0.requires_grad_(False).zero_()
trained = [p for p in model.parameters() if p.requires_grad]
with torch.no_grad():
    model.embed.weight.copy_(start[0])
    for parameter, values in zip(trained[1:], start[1:], strict=True):
        parameter.copy_(values.t())

    _, (state, _) = model.lstm(model.embed(tokens))
    loss_with_padding_read = nn.functional.cross_entropy(
        model.head(state[-1]), labels
    ).item()

optimizer = torch.optim.SGD(trained, lr=0.5)
losses = []
for step in range(15):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(tokens), labels)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

effect_of_padding = abs(loss_with_padding_read - losses[0])
weights = [trained[0].detach(), *(p.detach().t() for p in trained[1:])]
print("losses:", *(f"{loss:.4f}" for loss in losses[::3]))
print(f"first loss with padding read: {loss_with_padding_read:.4f}")
