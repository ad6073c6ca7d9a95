import torch
from safetensors.torch import load_file
from torch import nn


# --8<-- [start:model]
class Encoder(nn.Module):
    def __init__(self, words=50, longest=12, width=16):
        super().__init__()
        self.word = nn.Embedding(words, width)
        self.place = nn.Embedding(longest, width)
        layer = nn.TransformerEncoderLayer(
            width,
            nhead=4,
            dim_feedforward=32,
            dropout=0.1,
            activation="gelu",
            batch_first=True,
        )
        self.encoder = nn.TransformerEncoder(
            layer, num_layers=2, enable_nested_tensor=False
        )
        self.fc = nn.Linear(width, 3)

    def forward(self, tokens):
        padding = tokens == 0  # True: nobody looks there
        places = torch.arange(tokens.shape[1])
        x = self.word(tokens) + self.place(places)
        x = self.encoder(x, src_key_padding_mask=padding)
        keep = (~padding).unsqueeze(-1).to(x.dtype)
        return self.fc((x * keep).sum(1) / keep.sum(1))


# --8<-- [end:model]
# --8<-- [start:weights]
tokens = (torch.arange(4 * 12).reshape(4, 12) * 7) % 49 + 1
for row, length in enumerate([12, 9, 5, 1]):
    tokens[row, length:] = 0
classes = torch.tensor([0, 1, 2, 0])

torch.manual_seed(0)
model = Encoder()
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
model.eval()  # without dropout, so that it repeats everywhere
for _ in range(5):
    optimizer.zero_grad()
    nn.functional.cross_entropy(model(tokens), classes).backward()
    optimizer.step()
# --8<-- [end:weights]
# --8<-- [start:use]
checkpoint = load_file("encoder.safetensors")
apart = max(
    (value - checkpoint[name]).abs().max().item()
    for name, value in model.state_dict().items()
)
apart = max(apart, 1e-3)  # less is the processor's rounding
print(
    f"trained here and the file differ by at most 1e-3: {apart <= 1e-3}"
)

model.load_state_dict(checkpoint)
logits = model(tokens)
for row in logits.tolist():
    print([f"{value:.4f}" for value in row])

loss = nn.functional.cross_entropy(logits, classes)
(word_gradient,) = torch.autograd.grad(loss, [model.word.weight])
print(f"loss: {loss.item():.5f}")
# --8<-- [end:use]
