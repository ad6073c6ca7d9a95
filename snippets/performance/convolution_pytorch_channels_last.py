import numpy as np
import torch
from torch.nn import functional as F

# --8<-- [start:step]
torch.backends.cudnn.allow_tf32 = False  # full float32 on a GPU


def setup(size, mode, device):
    draw = np.random.default_rng(0).standard_normal
    x = draw((size, 56, 56, 64), "float32")
    kernel = draw((3, 3, 64, 64), "float32")
    x = torch.tensor(x.transpose(0, 3, 1, 2), device=device)
    kernel = torch.tensor(kernel.transpose(3, 2, 0, 1), device=device)
    x = x.contiguous(memory_format=torch.channels_last)
    kernel = kernel.contiguous(memory_format=torch.channels_last)

    def convolve(x, kernel):
        return F.conv2d(x, kernel, padding=1)

    if mode == "compiled":
        convolve = torch.compile(convolve, dynamic=False)
    return lambda: convolve(x, kernel)


def comparable(images):
    return images.permute(0, 2, 3, 1)


# --8<-- [end:step]
if __name__ == "__main__":
    images = comparable(setup(1, "eager", "cpu")())
    part = images[:, ::8, ::8]
    print("shape", tuple(images.shape))
    print("first pixel", *(f"{v:.2f}" for v in images[0, 0, 0, :6]))
