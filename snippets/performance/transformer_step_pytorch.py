import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

WIDTH, HEADS, BLOCKS = 128, 4, 2
NORM = [(WIDTH,), (WIDTH,)]
ATTENTION = [(WIDTH, 3 * WIDTH), (WIDTH, WIDTH)]
DENSE = [(WIDTH, 4 * WIDTH), (4 * WIDTH,), (4 * WIDTH, WIDTH), (WIDTH,)]
SHAPES = [*NORM, *ATTENTION, *NORM, *DENSE] * BLOCKS


def start(size):
    rng = np.random.default_rng(0)
    weights = [
        0.1 * rng.standard_normal(shape).astype("float32")
        for shape in [*SHAPES, (WIDTH, 10), (10,)]
    ]
    for index in range(0, len(SHAPES), 10):
        weights[index] += 1  # gains of the norms
        weights[index + 4] += 1
    x = rng.standard_normal((8, size, WIDTH)).astype("float32")
    return x, rng.integers(10, size=8), weights


# --8<-- [start:step]
class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm1 = nn.LayerNorm(WIDTH)
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH, bias=False)
        self.out = nn.Linear(WIDTH, WIDTH, bias=False)
        self.norm2 = nn.LayerNorm(WIDTH)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)

    def forward(self, x):
        qkv = self.qkv(self.norm1(x)).unflatten(-1, (3, HEADS, -1))
        q, k, v = qkv.permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v)
        x = x + self.out(mixed.transpose(1, 2).flatten(2))
        return x + self.down(F.gelu(self.up(self.norm2(x))))


def setup(size, mode, device):
    x, y, weights = start(size)
    x, y = (torch.tensor(a, device=device) for a in (x, y))
    blocks = nn.Sequential(*(Block() for _ in range(BLOCKS)))
    head = nn.Linear(WIDTH, 10)
    model = nn.ModuleList([blocks, head]).to(device)
    with torch.no_grad():
        for parameter, weight in zip(
            model.parameters(), weights, strict=True
        ):
            parameter.copy_(torch.tensor(weight.T))
    optimizer = torch.optim.AdamW(
        model.parameters(),
        lr=3e-5,
        eps=1e-12,
        weight_decay=0.1,
        fused=True,
    )

    def loss_of(x, y):
        return F.cross_entropy(head(blocks(x).mean(dim=1)), y)

    if mode == "compiled":
        loss_of = torch.compile(loss_of, dynamic=False)

    def step():
        optimizer.zero_grad()
        loss = loss_of(x, y)
        loss.backward()
        optimizer.step()
        return loss.detach(), model

    return step


# --8<-- [end:step]
def comparable(value):
    loss, model = value
    return loss, [
        part.flatten()  # queries, keys and values apart
        for p in model.parameters()
        for part in p.t().tensor_split(
            3 if len(p) == 3 * WIDTH else 1, -1
        )
    ]


if __name__ == "__main__":
    step = setup(16, "eager", "cpu")
    losses = []
    for _ in range(20):
        loss, updated = comparable(step())
        losses.append(loss)
    weights = [weight[:150] for weight in updated]
    print("losses", *(f"{loss:.4f}" for loss in losses[::5]))
    print(f"norm of all weights {torch.cat(updated).norm():.2f}")
