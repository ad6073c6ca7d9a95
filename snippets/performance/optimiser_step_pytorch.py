import numpy as np
import torch

DONE = 10_000  # steps: the corrections of a fresh start are over


# --8<-- [start:step]
def setup(size, mode, device):
    draw = np.random.default_rng(0).uniform
    parameters = [
        torch.zeros(64, 64, device=device, requires_grad=True)
        for _ in range(size)
    ]
    for parameter in parameters:
        gradient = draw(1e-5, 2e-5, (64, 64)).astype("float32")
        parameter.grad = torch.tensor(gradient, device=device)
    chosen = {mode: True} if mode in ("foreach", "fused") else {}
    optimizer = torch.optim.Adam(
        parameters, lr=0.001, eps=1e-12, **chosen
    )

    state = {
        index: {
            "step": torch.tensor(float(DONE)),
            "exp_avg": torch.zeros(64, 64),
            "exp_avg_sq": torch.zeros(64, 64),
        }
        for index in range(size)
    }
    groups = optimizer.state_dict()["param_groups"]
    optimizer.load_state_dict({"state": state, "param_groups": groups})

    update = optimizer.step
    if mode == "compiled":
        update = torch.compile(update)

    def step():
        update()
        return parameters, optimizer

    return step


# --8<-- [end:step]
def comparable(value):
    parameters, optimizer = value
    return [  # with the moments, without the count of steps
        (parameter, *list(optimizer.state[parameter].values())[1:])
        for parameter in parameters
    ]


if __name__ == "__main__":
    step = setup(8, "fused", "cpu")
    for _ in range(5):
        updated = comparable(step())
    part = [[a.detach()[:2] for a in arrays] for arrays in updated]
    numbers = zip(
        ("parameter", "first moment", "second moment"),
        part[0],
        strict=True,
    )
    for name, array in numbers:
        print(name, *(f"{v:.4g}" for v in array[0, :4]))
