import numpy as np
import torch


# --8<-- [start:step]
def setup(size, mode, device):
    draw = np.random.default_rng(0).standard_normal
    parameters = [
        torch.zeros(64, 64, device=device, requires_grad=True)
        for _ in range(size)
    ]
    for parameter in parameters:
        gradient = draw((64, 64), "float32")
        parameter.grad = torch.tensor(gradient, device=device)
    chosen = {} if mode == "default" else {mode: True}
    optimizer = torch.optim.Adam(
        parameters, lr=0.001, eps=1e-12, **chosen
    )

    def step():
        optimizer.step()
        return parameters

    return step


# --8<-- [end:step]
if __name__ == "__main__":
    step = setup(8, "fused", "cpu")
    for _ in range(5):
        parameters = step()
    part = [parameter.detach()[:8] for parameter in parameters]
    print("after 5 steps", *(f"{v:.6f}" for v in part[0][0, :4]))
