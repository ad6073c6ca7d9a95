import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

WIDTH, HEADS, BLOCKS = 128, 4, 2


def start(size):
    rng = np.random.default_rng(0)
    shapes = [(128, 384), (128, 128), (128, 512), (512, 128)] * BLOCKS
    weights = [
        rng.standard_normal(shape) / shape[0] ** 0.5
        for shape in [*shapes, (WIDTH, 10)]
    ]
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
        matrices = [p for p in model.parameters() if p.ndim == 2]
        for matrix, weight in zip(matrices, weights, strict=True):
            matrix.copy_(torch.tensor(weight.T))
        for name, parameter in model.named_parameters():
            if name.endswith("bias"):
                parameter.zero_()
    optimizer = torch.optim.AdamW(
        model.parameters(),
        lr=1e-4,
        eps=1e-12,
        weight_decay=0.01,
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
        return loss.detach(), head.weight.detach().T

    return step


# --8<-- [end:step]
if __name__ == "__main__":
    step = setup(16, "eager", "cpu")
    losses = []
    for _ in range(5):
        loss, output_kernel = step()
        losses.append(loss)
    print("losses", *(f"{loss:.4f}" for loss in losses))
    print(f"norm of the last kernel {output_kernel.norm():.4f}")
