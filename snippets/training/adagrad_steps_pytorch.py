import numpy as np
import torch

rng = np.random.default_rng(0)
scales = np.array([1.0, -0.1, 1e-3, 1e-4, 1e-5])
gradients = scales * (1 + 0.5 * rng.normal(size=(24, 5)))
gradients = torch.tensor(gradients, dtype=torch.float32)
start = [0.5, -1.0, 0.8, 0.3, -0.6]


def path(**options):
    weight = torch.tensor(start, requires_grad=True)
    optimizer = torch.optim.Adagrad([weight], lr=0.1, **options)
    steps = []
    for gradient in gradients:
        weight.grad = gradient.clone()
        optimizer.step()
        steps.append(weight.detach().clone())
    return torch.stack(steps)


same_rate = path()
same_epsilon = path(eps=1e-7)
from_zero = path(eps=1e-15)
from_a_tenth = path(initial_accumulator_value=0.1, eps=1e-15)
print("after 24 steps")
print("same rate:", same_rate[-1].numpy().round(3))
print("1e-7:     ", same_epsilon[-1].numpy().round(3))
print("from 0:   ", from_zero[-1].numpy().round(3))
print("from 0.1: ", from_a_tenth[-1].numpy().round(3))
