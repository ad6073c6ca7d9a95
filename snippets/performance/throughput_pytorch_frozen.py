import numpy as np
import torch
from torch import nn
from torch._inductor import config


def convolution(kernel):
    layer = nn.Conv2d(*kernel.shape[2:], 3, padding=1)
    layer.weight.data = torch.tensor(
        kernel.transpose(3, 2, 0, 1).copy()
    )
    layer.bias.data.zero_()
    return layer


def dense(kernel):
    layer = nn.Linear(*kernel.shape)
    layer.weight.data = torch.tensor(kernel.T.copy())
    layer.bias.data.zero_()
    return layer


# --8<-- [start:step]
def setup(size, mode, device):
    rng = np.random.default_rng(0)

    def draw(*shape):
        return rng.standard_normal(shape).astype("float32")

    images = draw(size, 32, 32, 3)
    model = nn.Sequential(
        convolution(draw(3, 3, 3, 32)),
        nn.ReLU(),
        nn.MaxPool2d(2),
        convolution(draw(3, 3, 32, 64)),
        nn.ReLU(),
        nn.AdaptiveAvgPool2d(1),
        nn.Flatten(),
        dense(draw(64, 10)),
    )
    model = model.to(device).eval()
    images = torch.tensor(images.transpose(0, 3, 1, 2)).contiguous()
    images = images.to(device)
    config.freezing = True
    model = torch.compile(model, dynamic=False)

    @torch.inference_mode()
    def step():
        return model(images)

    return step


# --8<-- [end:step]


if __name__ == "__main__":
    logits = setup(4, "frozen", "cpu")()
    print(logits.argmax(dim=1))
