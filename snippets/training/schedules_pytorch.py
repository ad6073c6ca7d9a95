import math

import torch
from torch.optim import lr_scheduler


def rates(make_scheduler):
    weight = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([weight], lr=0.1)
    scheduler = make_scheduler(optimizer)
    used = []
    for step in range(30):
        with torch.no_grad():
            weight.zero_()
        weight.grad = -torch.ones(1)
        optimizer.step()  # moves the weight by the rate
        scheduler.step()
        used.append(weight.item())
    return used


def warm_up(optimizer):
    rise = lr_scheduler.LinearLR(optimizer, 0.1, total_iters=5)
    fall = lr_scheduler.CosineAnnealingLR(optimizer, T_max=25)
    return lr_scheduler.SequentialLR(optimizer, [rise, fall], [5])


exponential = rates(lambda o: lr_scheduler.ExponentialLR(o, 0.9))
warm_up_and_cosine = rates(warm_up)
steps_at_10_and_20 = steps_shifted = rates(
    lambda o: lr_scheduler.MultiStepLR(o, [10, 20], gamma=0.5)
)
cosine = rates(lambda o: lr_scheduler.CosineAnnealingLR(o, T_max=20))
cosine_at_the_end = cosine[-1]
cosine_held = rates(
    lambda o: lr_scheduler.LambdaLR(
        o, lambda step: (1 + math.cos(math.pi * min(step, 20) / 20)) / 2
    )
)
warm_restarts = rates(
    lambda o: lr_scheduler.CosineAnnealingWarmRestarts(
        o, T_0=8, T_mult=2
    )
)
polynomial = rates(
    lambda o: lr_scheduler.PolynomialLR(o, total_iters=20, power=2.0)
)

rows = {
    "exponential": exponential,
    "warm-up": warm_up_and_cosine,
    "steps": steps_at_10_and_20,
    "cosine": cosine,
    "restarts": warm_restarts,
    "polynomial": polynomial,
}
print("step       ", *(f"{step:6}" for step in range(0, 30, 5)))
for name, row in rows.items():
    print(f"{name:11}", *(f"{rate:.4f}" for rate in row[::5]))
