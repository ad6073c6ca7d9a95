import numpy as np
import torch

rng = np.random.default_rng(0)
scales = np.array([1.0, -0.1, 1e-3, 1e-6, 1e-7])
gradients = scales * (1 + 0.5 * rng.normal(size=(24, 5)))
gradients = torch.tensor(gradients, dtype=torch.float32)
start = [0.5, -1.0, 0.8, 0.3, -0.6]


def path(epsilon, before_correction=False, **options):
    weight = torch.tensor(start, requires_grad=True)
    optimizer = torch.optim.Adam([weight], lr=0.01, **options)
    steps = []
    for step, gradient in enumerate(gradients, start=1):
        scale = (1 - 0.999**step) ** 0.5 if before_correction else 1
        optimizer.param_groups[0]["eps"] = epsilon / scale
        weight.grad = gradient.clone()
        optimizer.step()
        steps.append(weight.detach().clone())
    return torch.stack(steps)


default_epsilon = default_of_pytorch = path(1e-8)
same_epsilon = epsilon_as_in_pytorch = path(1e-7)
epsilon_as_in_keras = path(1e-7, before_correction=True)
amsgrad = path(1e-15, amsgrad=True)
print("after 24 steps")
print("default epsilon:", default_epsilon[-1].numpy().round(3))
print("epsilon 1e-7:   ", same_epsilon[-1].numpy().round(3))
print("as in Keras:    ", epsilon_as_in_keras[-1].numpy().round(3))
