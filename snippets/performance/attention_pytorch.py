import numpy as np
import torch
from torch.nn import functional as F


# --8<-- [start:step]
def setup(size, mode, device):
    draw = np.random.default_rng(0).standard_normal
    query, key, value = (
        torch.tensor(draw((2, 8, size, 64), "float32"), device=device)
        for _ in range(3)
    )

    def attend(query, key, value):
        return F.scaled_dot_product_attention(query, key, value)

    if mode == "compiled":
        attend = torch.compile(attend, dynamic=False)
    return lambda: attend(query, key, value)


# --8<-- [end:step]
if __name__ == "__main__":
    heads = setup(64, "eager", "cpu")()
    part = heads[:, :, ::16]
    print("shape", tuple(heads.shape))
    print("first row", *(f"{v:.4f}" for v in heads[0, 0, 0, :6]))
