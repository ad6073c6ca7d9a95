import numpy as np
import torch

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(64, 3)), dtype=torch.float32)
y = x @ torch.tensor([1.0, -2.0, 0.5])


def train(zero_grad):
    weight = torch.zeros(3, requires_grad=True)
    optimizer = torch.optim.SGD([weight], lr=0.1)
    losses = []
    for _ in range(8):
        if zero_grad:
            optimizer.zero_grad()
        loss = (x @ weight - y).square().mean()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


losses = train(zero_grad=True)
losses_summed = train(zero_grad=False)
print("zero_grad():", *(f"{v:.3f}" for v in losses))
print("forgotten:  ", *(f"{v:.3f}" for v in losses_summed))

weight = torch.zeros(3, requires_grad=True)
for _ in range(2):
    (x @ weight - y).square().mean().backward()
gradient_after_two_passes = weight.grad
gradient_of_one_pass = weight.grad / 2
print("after two passes:", gradient_after_two_passes)
