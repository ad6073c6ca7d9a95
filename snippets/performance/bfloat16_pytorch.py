import numpy as np
import torch


# --8<-- [start:step]
def setup(size, mode, device):
    draw = np.random.default_rng(0).standard_normal
    dtype = getattr(torch, mode)
    a, b = (
        torch.tensor(draw((size, size)), dtype=dtype).to(device)
        for _ in range(2)
    )

    @torch.inference_mode()
    def step():
        return a @ b

    return step


# --8<-- [end:step]


if __name__ == "__main__":
    product = setup(16, "bfloat16", "cpu")()
    print(product.dtype, f"{product.float().trace().item():.2f}")
