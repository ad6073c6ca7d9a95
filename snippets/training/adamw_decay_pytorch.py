import numpy as np
import torch

rng = np.random.default_rng(0)
scales = np.array([1.0, -0.1, 1e-3, 1e-6, 1e-7])
gradients = scales * (1 + 0.5 * rng.normal(size=(24, 5)))
gradients = torch.tensor(gradients, dtype=torch.float32)
start = [0.5, -1.0, 0.8, 0.3, -0.6]


def path(optimizer_class, **options):
    weight = torch.tensor(start, requires_grad=True)
    optimizer = optimizer_class(
        [weight], lr=0.01, eps=1e-15, weight_decay=0.5, **options
    )
    steps = []
    for gradient in gradients:
        weight.grad = gradient.clone()
        optimizer.step()
        steps.append(weight.detach().clone())
    return torch.stack(steps)


adamw = path(torch.optim.AdamW)
adam_with_weight_decay = path(torch.optim.Adam)
adam_adding_to_gradient = adam_with_weight_decay
adam_shrinking = path(torch.optim.Adam, decoupled_weight_decay=True)
print("after 24 steps")
print("AdamW:", adamw[-1].numpy().round(4))
print("Adam: ", adam_with_weight_decay[-1].numpy().round(4))
