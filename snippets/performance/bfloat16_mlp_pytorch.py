import numpy as np
import torch
from torch import nn


# --8<-- [start:step]
def setup(size, mode, device):
    rng = np.random.default_rng(0)

    def draw(*shape):
        return rng.standard_normal(shape).astype("float32")

    dtype = getattr(torch, mode)
    x = torch.tensor(draw(size, 512)).to(device, dtype)
    model = nn.Sequential(
        nn.Linear(512, 1024),
        nn.ReLU(),
        nn.Linear(1024, 1024),
        nn.ReLU(),
        nn.Linear(1024, 16),
    )
    for layer in model[::2]:
        kernel = draw(layer.in_features, layer.out_features)
        layer.weight.data = torch.tensor(kernel.T.copy() / 32)
        layer.bias.data.zero_()
    model = model.to(device, dtype).eval()
    model = torch.compile(model, dynamic=False)

    @torch.inference_mode()
    def step():
        return model(x)

    return step


# --8<-- [end:step]


if __name__ == "__main__":
    output = setup(4, "bfloat16", "cpu")()
    print(output.dtype, output.argmax(dim=1).tolist())
