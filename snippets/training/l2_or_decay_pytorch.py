import numpy as np
import torch

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(32, 4)), dtype=torch.float32)
y = torch.tensor(rng.normal(size=(32, 2)), dtype=torch.float32)
start = torch.tensor(rng.normal(size=(4, 2)), dtype=torch.float32)


def path(momentum=0.9, weight_decay=0.0, shrink=0.0):
    kernel = start.clone().requires_grad_()
    optimizer = torch.optim.SGD(
        [kernel], lr=0.05, momentum=momentum, weight_decay=weight_decay
    )
    steps = []
    for _ in range(20):
        optimizer.zero_grad()
        torch.nn.functional.mse_loss(x @ kernel, y).backward()
        with torch.no_grad():
            kernel.mul_(1 - 0.05 * shrink)
        optimizer.step()
        steps.append(kernel.detach().clone())
    return torch.stack(steps)


same_number = coupled = optimizer_argument = path(weight_decay=0.2)
decoupled = path(shrink=0.2)
without_momentum = path(momentum=0, weight_decay=0.2)
print("first column after 20 steps")
print("weight_decay=0.2:", coupled[-1, :, 0].numpy().round(4))
print("shrunk by hand:  ", decoupled[-1, :, 0].numpy().round(4))
