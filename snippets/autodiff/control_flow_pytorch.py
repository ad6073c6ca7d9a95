import torch


def signed_root(x):
    y = torch.ones(())
    steps = 0
    while (y * y - x.abs()).abs() > 1e-5 * x.abs():
        y = 0.5 * (y + x.abs() / y)
        steps += 1
    if x < 0:
        y = -y
    return y, steps


roots, gradients, step_counts = [], [], []
for value in [0.25, -2.0, 900.0]:
    x = torch.tensor(value, requires_grad=True)
    y, steps = signed_root(x)
    y.backward()
    roots.append(y.item())
    gradients.append(x.grad.item())
    step_counts.append(steps)

print("steps:", step_counts)
print("signed roots:", *(f"{v:.4f}" for v in roots))
print("gradients:", *(f"{v:.4f}" for v in gradients))
