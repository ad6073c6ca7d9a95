import numpy as np
import torch
from torch.nn import functional as F


# --8<-- [start:step]
def setup(size, mode, device):
    rng = np.random.default_rng(0)
    table = rng.standard_normal((50_000, 128), "float32")
    words = rng.integers(50_000, size=(size, 16))
    table = torch.tensor(table, device=device)
    words = torch.tensor(words, device=device).flatten()
    bags = torch.arange(0, len(words), 16, device=device)

    def look_up(words, table):
        return F.embedding_bag(words, table, bags, mode="sum")

    if mode == "compiled":
        look_up = torch.compile(look_up, dynamic=False)
    return lambda: look_up(words, table)


# --8<-- [end:step]
if __name__ == "__main__":
    sums = setup(16, "eager", "cpu")()
    print("shape", tuple(sums.shape))
    print("first sum", *(f"{value:.3f}" for value in sums[0, :6]))
