import numpy as np
import torch

rng = np.random.default_rng(0)
gradients = torch.tensor(rng.normal(size=(24, 5)))
start = np.array([0.5, -1.0, 0.8, 0.3, -0.6])
rate = 1 / 128  # float32 holds it without rounding


def correction(beta_1, beta_2, step):
    return (1 - beta_2**step) ** 0.5 / (1 - beta_1**step)


def path(*betas, rounded=False):
    weight = torch.tensor(start, requires_grad=True)
    optimizer = torch.optim.Adam([weight], rate, betas, eps=1e-30)
    steps = []
    for step, gradient in enumerate(gradients, start=1):
        if rounded:
            right = correction(*betas, step)
            as_in_keras = correction(*np.float32(betas).tolist(), step)
            optimizer.param_groups[0]["lr"] = rate * as_in_keras / right
        weight.grad = gradient.clone()
        optimizer.step()
        steps.append(weight.detach().clone())
    return torch.stack(steps)


usual_betas = path(0.9, 0.999)
betas_without_rounding = path(0.875, 0.984375)
corrected_as_in_keras = path(0.9, 0.999, rounded=True)
print("after 24 steps")
print("usual betas:     ", usual_betas[-1, :3].numpy().round(7))
print(
    "without rounding:", betas_without_rounding[-1, :3].numpy().round(7)
)
print(
    "as in Keras:     ", corrected_as_in_keras[-1, :3].numpy().round(7)
)
