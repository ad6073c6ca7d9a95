import numpy as np
import torch
from torch import nn

draw = np.random.default_rng(0).standard_normal
x = torch.tensor(draw((4, 6), "float32"))
upstream = torch.tensor(draw((4, 6), "float32"))
weight = torch.tensor(draw(6, "float32"))


def normalise(inputs, **settings):
    norm = nn.RMSNorm(6, **settings)
    norm.load_state_dict({"weight": weight})
    inputs = inputs.clone().requires_grad_()
    outputs = norm(inputs)
    outputs.backward(upstream)
    return outputs.detach(), [norm.weight.grad, inputs.grad]


ordinary, _ = normalise(x)
small_by_default, _ = normalise(1e-3 * x)
small_machine_epsilon = small_by_default
small, small_gradients = normalise(1e-3 * x, eps=1e-6)

print("ordinary inputs:", ordinary[0].numpy().round(4))
print("small, by default:", small_by_default[0].numpy().round(4))
print("small, eps=1e-6:  ", small[0].numpy().round(4))
