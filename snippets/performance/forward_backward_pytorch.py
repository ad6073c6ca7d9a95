import numpy as np
import torch
from torch.nn import functional as F

WIDTHS = [784, 512, 512, 10]


def start(size):
    rng = np.random.default_rng(0)
    weights = [
        rng.standard_normal((fan_in, fan_out)) * (2 / fan_in) ** 0.5
        for fan_in, fan_out in zip(WIDTHS, WIDTHS[1:], strict=False)
    ]
    x = rng.standard_normal((size, WIDTHS[0]))
    return x, rng.integers(WIDTHS[-1], size=size), weights


# --8<-- [start:step]
def setup(size, mode, device):
    x, y, weights = start(size)
    x = torch.tensor(x, dtype=torch.float32, device=device)
    y = torch.tensor(y, device=device)
    weights = [
        torch.tensor(w, dtype=torch.float32, device=device)
        for w in weights
    ]
    for w in weights:
        w.requires_grad_()

    def loss_of(x, y):
        for w in weights[:-1]:
            x = F.relu(x @ w)
        return F.cross_entropy(x @ weights[-1], y)

    if not mode.endswith("eager"):
        loss_of = torch.compile(loss_of, dynamic=False)

    @torch.inference_mode()
    def forward():
        return loss_of(x, y)

    def forward_and_backward():
        loss = loss_of(x, y)
        gradients = torch.autograd.grad(loss, weights)
        return loss.detach(), *gradients

    if mode.startswith("forward"):
        return forward
    return forward_and_backward


# --8<-- [end:step]
if __name__ == "__main__":
    loss_alone = setup(64, "forward eager", "cpu")()
    loss, *gradients = setup(64, "both eager", "cpu")()
    norms = [w.norm() for w in gradients]
    output_gradient = gradients[-1][:64]
    print(f"loss {loss_alone:.4f}, with the backward pass {loss:.4f}")
    print("gradient norms:", *(f"{norm:.4f}" for norm in norms))
