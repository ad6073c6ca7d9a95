import numpy as np
import torch


def start(size):
    draw = np.random.default_rng(0).standard_normal
    weights = [draw((size, size)) / size**0.5 for _ in range(3)]
    return draw(size), weights


# --8<-- [start:step]
def setup(size, mode, device):
    x, weights = start(size)
    x, *weights = (
        torch.tensor(a, dtype=torch.float32, device=device)
        for a in (x, *weights)
    )

    def function(x):
        for w in weights:
            x = torch.tanh(x @ w)
        return x

    jacobian = torch.func.jacrev(function)
    if mode == "compiled":
        jacobian = torch.compile(jacobian, dynamic=False)
    return lambda: jacobian(x)


# --8<-- [end:step]
if __name__ == "__main__":
    jacobian = setup(16, "eager", "cpu")()
    print("shape", tuple(jacobian.shape))
    print("first row", *(f"{v:.4f}" for v in jacobian[0, :6]))
