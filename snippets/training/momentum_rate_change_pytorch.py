import numpy as np
import torch

rng = np.random.default_rng(0)
gradients = torch.tensor(rng.normal(size=(24, 5)).astype("float32"))
start = [0.5, -1.0, 0.8, 0.3, -0.6]


def path(velocity_factor=1):
    weight = torch.tensor(start, requires_grad=True)
    optimizer = torch.optim.SGD([weight], lr=0.1, momentum=0.9)
    steps = []
    for step, gradient in enumerate(gradients):
        if step == 12:
            optimizer.param_groups[0]["lr"] = 0.01
            state = optimizer.state[weight]
            state["momentum_buffer"] *= velocity_factor
        weight.grad = gradient.clone()
        optimizer.step()
        steps.append(weight.detach().clone())
    return torch.stack(steps)


as_it_is = as_in_pytorch = path()
as_in_keras = path(velocity_factor=10)
print("rate cut to a tenth after 12 of 24 steps")
print("as it is:   ", as_it_is[-1].numpy().round(3))
print("as in Keras:", as_in_keras[-1].numpy().round(3))
