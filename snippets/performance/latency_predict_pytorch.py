import numpy as np
import torch
from torch import nn


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

    sample = draw(size, 64)
    model = nn.Sequential(
        dense(draw(64, 128)),
        nn.ReLU(),
        dense(draw(128, 10)),
    )
    model = model.to(device).eval()

    @torch.inference_mode()
    def step():
        inputs = torch.from_numpy(sample).to(device)
        return model(inputs).cpu().numpy()

    return step


# --8<-- [end:step]


if __name__ == "__main__":
    logits = setup(1, "eager", "cpu")()
    print(logits.argmax(axis=1))
