import numpy as np
import torch
from torch.optim import Adadelta, Adamax, NAdam

rng = np.random.default_rng(0)
gradients = torch.tensor(rng.normal(size=(24, 5)).astype("float32"))


def path(optimizer_class, **options):
    weight = torch.zeros(5, requires_grad=True)
    optimizer = optimizer_class([weight], **options)
    steps = []
    for gradient in gradients:
        weight.grad = gradient.clone()
        optimizer.step()
        steps.append(weight.detach().clone())
    return torch.stack(steps)


rate = 0.01
nadam_as_it_is = path(NAdam, lr=rate)
nadam_as_in_keras = path(NAdam, lr=rate, momentum_decay=1.0, eps=1e-12)
adamax = path(Adamax, lr=rate, eps=1e-12)
adadelta_defaults = path(Adadelta)
adadelta = path(Adadelta, lr=1.0, rho=0.95, eps=1e-7)
print("after 24 steps")
print("NAdam:      ", nadam_as_it_is[-1].numpy().round(4))
print("as in Keras:", nadam_as_in_keras[-1].numpy().round(4))
print("Adamax:     ", adamax[-1].numpy().round(4))
print("Adadelta:   ", adadelta_defaults[-1].numpy().round(4))
print("rho 0.95:   ", adadelta[-1].numpy().round(4))
