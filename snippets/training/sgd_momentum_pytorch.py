import numpy as np
import torch

rng = np.random.default_rng(0)
gradients = torch.tensor(rng.normal(size=(24, 5)).astype("float32"))
start = [0.5, -1.0, 0.8, 0.3, -0.6]


def path(**options):
    weight = torch.tensor(start, requires_grad=True)
    optimizer = torch.optim.SGD([weight], lr=0.1, **options)
    steps = []
    for gradient in gradients:
        weight.grad = gradient.clone()
        optimizer.step()
        steps.append(weight.detach().clone())
    return torch.stack(steps)


plain = path()
momentum = path(momentum=0.9)
nesterov = path(momentum=0.9, nesterov=True)
print("after 24 steps")
print("plain:   ", plain[-1].numpy().round(4))
print("momentum:", momentum[-1].numpy().round(4))
print("Nesterov:", nesterov[-1].numpy().round(4))
