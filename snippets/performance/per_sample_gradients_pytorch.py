import numpy as np
import torch
from torch.func import grad, vmap
from torch.nn import functional as F


def start(size):
    rng = np.random.default_rng(0)
    weights = [
        rng.standard_normal(shape) * (2 / shape[0]) ** 0.5
        for shape in [(64, 128), (128, 10)]
    ]
    x = rng.standard_normal((size, 64))
    return x, rng.integers(10, size=size), weights


# --8<-- [start:step]
def setup(size, mode, device):
    x, y, weights = start(size)
    x, *weights = (
        torch.tensor(a, dtype=torch.float32, device=device)
        for a in (x, *weights)
    )
    y = torch.tensor(y, device=device)

    def loss(weights, x, y):
        hidden = F.relu(x @ weights[0])
        return F.cross_entropy(hidden @ weights[1], y)

    gradients = vmap(grad(loss), in_dims=(None, 0, 0))
    if mode == "compiled":
        gradients = torch.compile(gradients, dynamic=False)
    return lambda: gradients(weights, x, y)


# --8<-- [end:step]
if __name__ == "__main__":
    hidden, output = setup(3, "eager", "cpu")()
    output_gradients = output
    norms = hidden.flatten(1).norm(dim=1)
    print("shapes", tuple(hidden.shape), tuple(output.shape))
    print("norm of each", *(f"{norm:.4f}" for norm in norms))
