import os

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from torch import nn


# --8<-- [start:step]
def setup(size, mode, device):
    draw = np.random.default_rng(0).standard_normal
    model = nn.Sequential(
        nn.Linear(64, size),
        nn.ReLU(),
        nn.Linear(size, size),
        nn.ReLU(),
        nn.Linear(size, 10),
    )
    for weight in model.parameters():
        values = draw(tuple(weight.shape[::-1])).T.copy()
        weight.data = torch.tensor(values, dtype=torch.float32)
    model.to(device)

    def step():
        save_file(model.state_dict(), "model.safetensors")
        return "model.safetensors"

    return step


# --8<-- [end:step]


def comparable(path):
    weights = load_file(path)
    return [
        weights[f"{layer}.{kind}"].numpy().T
        for layer in (0, 2, 4)
        for kind in ("weight", "bias")
    ]


if __name__ == "__main__":
    path = setup(512, "safetensors", "cpu")()
    weights = comparable(path)
    saved = [weight[..., :8].sum() for weight in weights]
    parameters = sum(weight.size for weight in weights)
    bytes_of_a_parameter = os.path.getsize(path) / parameters
    print(f"{bytes_of_a_parameter:.1f} bytes a parameter")
