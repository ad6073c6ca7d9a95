import numpy as np
import torch


# --8<-- [start:step]
def setup(size, mode, device):
    draw = np.random.default_rng(0).random
    x = torch.tensor(draw(size * 2**18, "float32"), device=device)

    def copy(x):
        return x.clone()

    if mode == "compiled":
        copy = torch.compile(copy, dynamic=False)
    return lambda: copy(x)


# --8<-- [end:step]
if __name__ == "__main__":
    copy = setup(1, "eager", "cpu")()
    part = copy[:1000]
    print(len(copy), "numbers, of which the first are")
    print(*(f"{value:.4f}" for value in copy[:6]))
