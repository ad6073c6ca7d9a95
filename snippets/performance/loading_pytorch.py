import numpy as np
import torch
from torch import nn


# --8<-- [start:step]
def network(size):
    return nn.Sequential(
        nn.Linear(64, size),
        nn.ReLU(),
        nn.Linear(size, size),
        nn.ReLU(),
        nn.Linear(size, 10),
    )


def setup(size, mode, device):
    draw = np.random.default_rng(0).standard_normal
    saved = network(size)
    for weight in saved.parameters():
        values = draw(tuple(weight.shape[::-1])).T.copy()
        weight.data = torch.tensor(values, dtype=torch.float32)
    path = f"{mode}_{size}.pt"
    torch.save(saved.state_dict(), path)
    model = network(size).to(device)
    mapped = mode == "mmap"

    def step():
        state = torch.load(path, map_location=device, mmap=mapped)
        model.load_state_dict(state, assign=mapped)
        return list(model.parameters())

    return step


# --8<-- [end:step]


def comparable(weights):
    return [weight.numpy(force=True).T for weight in weights]


if __name__ == "__main__":
    weights = comparable(setup(128, "state_dict", "cpu")())
    loaded = [weight[..., :8].sum() for weight in weights]
    middle_bias = weights[3]
    print(*(f"{total:.4f}" for total in loaded))
