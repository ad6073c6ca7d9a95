import numpy as np
import torch
from torch import nn

draw = np.random.default_rng(0).standard_normal
x = torch.tensor(0.05 * draw((4, 3, 5), "float32"))
upstream = torch.tensor(draw((4, 3, 5), "float32"))
weight, bias = torch.tensor(draw((2, 5), "float32"))
weights, biases = torch.tensor(draw((2, 3, 5), "float32"))


def normalise(shape, weight, bias, **settings):
    norm = nn.LayerNorm(shape, **settings)
    norm.load_state_dict({"weight": weight, "bias": bias})
    inputs = x.clone().requires_grad_()
    outputs = norm(inputs)
    outputs.backward(upstream)
    return outputs, {
        "weight": norm.weight.grad,
        "bias": norm.bias.grad,
        "input": inputs.grad,
    }


outputs, gradients = normalise(5, weight, bias)
by_default = outputs
with_epsilon_of_keras, _ = normalise(5, weight, bias, eps=1e-3)
two_axes, two_axes_gradients = normalise((3, 5), weights, biases)

print("last axis:", outputs[0, 0].detach().numpy().round(4))
print("last two: ", two_axes[0, 0].detach().numpy().round(4))
