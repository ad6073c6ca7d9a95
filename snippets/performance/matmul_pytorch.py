import numpy as np
import torch


# --8<-- [start:step]
def setup(size, mode, device):
    draw = np.random.default_rng(0).standard_normal
    a, b = (
        torch.tensor(draw((size, size), "float32"), device=device)
        for _ in range(2)
    )

    def product(a, b):
        return a @ b

    if mode == "compiled":
        product = torch.compile(product, dynamic=False)
    return lambda: product(a, b)


# --8<-- [end:step]
if __name__ == "__main__":
    product = setup(64, "eager", "cpu")()
    print("shape", tuple(product.shape))
    print("first row", *(f"{value:.3f}" for value in product[0, :6]))
