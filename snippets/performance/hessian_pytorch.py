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
        return (x**2).sum()

    gradient = torch.func.grad(function)
    if mode.startswith("forward"):
        hessian = torch.func.jacfwd(gradient)
    else:
        hessian = torch.func.jacrev(gradient)
    if mode.endswith("compiled"):
        hessian = torch.compile(hessian, dynamic=False)
    return lambda: hessian(x)


# --8<-- [end:step]
if __name__ == "__main__":
    hessian = setup(16, "forward", "cpu")()
    print("shape", tuple(hessian.shape))
    print("first row", *(f"{v:.4f}" for v in hessian[0, :6]))
