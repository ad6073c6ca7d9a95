import numpy as np
import torch

rng = np.random.default_rng(0)
scales = np.array([1.0, -0.1, 1e-3, 1e-6, 1e-7])
gradients = scales * (1 + 0.5 * rng.normal(size=(24, 5)))
gradients[0] = scales
gradients = torch.tensor(gradients, dtype=torch.float32)
start = [0.5, -1.0, 0.8, 0.3, -0.6]


def path(**options):
    weight = torch.tensor(start, requires_grad=True)
    optimizer = torch.optim.RMSprop([weight], **options)
    steps = []
    for gradient in gradients:
        weight.grad = gradient.clone()
        optimizer.step()
        steps.append(weight.detach().clone())
    return torch.stack(steps)


defaults = path()
same_settings = path(lr=0.01, alpha=0.9, eps=1e-7)
first_move_of_fourth = start[3] - same_settings[0, 3]
negligible_epsilon = path(lr=0.01, alpha=0.9, eps=1e-18)
centred_with_momentum = path(
    lr=0.01, alpha=0.9, eps=1e-18, centered=True, momentum=0.5
)
print("after 24 steps")
print("defaults:      ", defaults[-1].numpy().round(3))
print("same settings: ", same_settings[-1].numpy().round(3))
print("epsilon near 0:", negligible_epsilon[-1].numpy().round(3))
