import numpy as np
import torch


# --8<-- [start:step]
def setup(size, mode, device):
    draw = np.random.default_rng(0).standard_normal
    x = torch.tensor(draw(size, "float32"), device=device)

    def clipped_huber(x):
        z = (x - 0.5).mul_(2.0)
        loss = z.mul_(z).add_(1.0).sqrt_().sub_(1.0)
        return loss.clamp_(max=2.0).mul_(0.5)

    return lambda: clipped_huber(x)


# --8<-- [end:step]
if __name__ == "__main__":
    loss = setup(1000, "eager", "cpu")()
    print(*(f"{value:.4f}" for value in loss[:8]))
