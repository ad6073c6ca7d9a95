import os

import numpy as np
import torch
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
        torch.save(model.state_dict(), "model.pt")
        return "model.pt"

    return step


# --8<-- [end:step]


def comparable(path):
    weights = torch.load(path, weights_only=True).values()
    return [weight.numpy(force=True).T for weight in weights]


if __name__ == "__main__":
    path = setup(512, "state_dict", "cpu")()
    weights = comparable(path)
    saved = [weight[..., :8].sum() for weight in weights]
    parameters = sum(weight.size for weight in weights)
    bytes_of_a_parameter = os.path.getsize(path) / parameters
    print(f"{bytes_of_a_parameter:.1f} bytes a parameter")
