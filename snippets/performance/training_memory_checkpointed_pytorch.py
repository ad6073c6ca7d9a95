import numpy as np
import torch
from torch import nn
from torch.nn import functional as F
from torch.utils.checkpoint import checkpoint

WIDTH, BLOCKS = 128, 8


def start(size):
    rng = np.random.default_rng(0)
    shapes = [(WIDTH, 4 * WIDTH), (4 * WIDTH, WIDTH)] * BLOCKS
    weights = [
        rng.standard_normal(shape) / shape[0] ** 0.5
        for shape in [*shapes, (WIDTH, 10)]
    ]
    x = rng.standard_normal((size, WIDTH)).astype("float32")
    return x, rng.integers(10, size=size), weights


# --8<-- [start:step]
class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)

    def forward(self, x):
        return x + self.down(F.gelu(self.up(self.norm(x))))


def setup(size, mode, device):
    x, y, weights = start(size)
    x, y = (torch.tensor(a, device=device) for a in (x, y))
    blocks = nn.ModuleList(Block() for _ in range(BLOCKS))
    head = nn.Linear(WIDTH, 10)
    model = nn.ModuleList([blocks, head]).to(device)
    with torch.no_grad():
        matrices = [p for p in model.parameters() if p.ndim == 2]
        for matrix, weight in zip(matrices, weights, strict=True):
            matrix.copy_(torch.tensor(weight.T))
        for name, parameter in model.named_parameters():
            if name.endswith("bias"):
                parameter.zero_()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01, fused=True)

    def loss_of(x, y):
        for block in blocks:
            x = checkpoint(block, x, use_reentrant=False)
        return F.cross_entropy(head(x), y)

    if mode == "compiled":
        loss_of = torch.compile(loss_of, dynamic=True)

    def train_step(x, y):
        loss = loss_of(x, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        return loss.detach(), head.weight.detach().T

    train_step(x[:2], y[:2])
    return lambda: train_step(x, y)


# --8<-- [end:step]
if __name__ == "__main__":
    step = setup(64, "eager", "cpu")
    losses = []
    for _ in range(5):
        loss, output_kernel = step()
        losses.append(loss)
    print("losses", *(f"{loss:.4f}" for loss in losses))
    print(f"norm of the last kernel {output_kernel.norm():.4f}")
