import numpy as np
import torch


# --8<-- [start:step]
def setup(size, mode, device):
    draw = np.random.default_rng(0).standard_normal
    x = torch.tensor(draw(size, "float32"), device=device)

    def clipped_huber(x):
        z = (x - 0.5) * 2.0
        loss = torch.sqrt(z * z + 1.0) - 1.0
        return torch.clamp(loss, max=2.0) * 0.5

    if mode == "compiled":
        clipped_huber = torch.compile(clipped_huber, dynamic=False)
    return lambda: clipped_huber(x)


# --8<-- [end:step]
if __name__ == "__main__":
    loss = setup(1000, "eager", "cpu")()
    print(*(f"{value:.4f}" for value in loss[:8]))
