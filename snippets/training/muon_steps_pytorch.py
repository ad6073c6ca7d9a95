import numpy as np
import torch
from torch.optim import AdamW, Muon

rng = np.random.default_rng(0)
kernel = torch.tensor(rng.normal(size=(3, 5))).float()
kernel_gradients = torch.tensor(rng.normal(size=(12, 3, 5))).float()
bias_gradients = torch.tensor(rng.normal(size=(12, 5))).float()
table_gradients = torch.tensor(rng.normal(size=(12, 4, 5))).float()


def path(optimizer_class, start, gradients, **options):
    weight = start.clone().requires_grad_()
    optimizer = optimizer_class([weight], lr=0.1, **options)
    steps = []
    for gradient in gradients:
        weight.grad = gradient.clone()
        optimizer.step()
        steps.append(weight.detach().clone())
    return torch.stack(steps)


# Linear keeps its kernel as (out, in)
as_it_is = path(Muon, kernel.mT, kernel_gradients.mT).mT
as_in_pytorch = as_it_is
as_in_keras = path(
    Muon,
    kernel.mT,
    kernel_gradients.mT,
    weight_decay=0.004,
    adjust_lr_fn="match_rms_adamw",
).mT
# too small to matter, since Keras adds it at another place
options = {"weight_decay": 0.004, "eps": 1e-12}
bias = path(AdamW, torch.ones(5), bias_gradients, **options)
embedding = path(AdamW, torch.ones(4, 5), table_gradients, **options)
print("first row of the kernel after 12 steps")
print("as it is:   ", as_it_is[-1, 0].numpy().round(1))
print("as in Keras:", as_in_keras[-1, 0].numpy().round(1))
print("bias, by AdamW:", bias[-1].numpy().round(4))

Muon([torch.ones(5)])
