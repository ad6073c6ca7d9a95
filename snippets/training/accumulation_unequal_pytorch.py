import numpy as np
import torch
from torch.nn.functional import mse_loss

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(12, 4)), dtype=torch.float32)
y = torch.tensor(rng.normal(size=12), dtype=torch.float32)
start = torch.tensor([0.5, -1.0, 2.0, 1.5])
batches = list(zip(x.split([7, 2, 3]), y.split([7, 2, 3]), strict=True))


def accumulated(losses_of):
    weight = start.clone().requires_grad_()
    for loss in losses_of(weight):
        loss.backward()  # adds to weight.grad
    return weight.grad


whole = accumulated(lambda w: [mse_loss(x @ w, y)])
mean_of_means = accumulated(
    lambda w: (mse_loss(a @ w, b) / 3 for a, b in batches)
)
sum_over_count = accumulated(
    lambda w: (
        mse_loss(a @ w, b, reduction="sum") / len(x) for a, b in batches
    )
)
error_of_mean_of_means = (mean_of_means - whole).abs().max()
error_of_sum_over_count = (sum_over_count - whole).abs().max()
print("whole batch:  ", whole.numpy().round(4))
print("mean of means:", mean_of_means.numpy().round(4))
print("sum / count:  ", sum_over_count.numpy().round(4))
