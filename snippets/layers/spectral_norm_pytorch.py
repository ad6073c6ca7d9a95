import numpy as np
import torch
from torch import nn
from torch.linalg import matrix_norm
from torch.nn.utils.parametrizations import spectral_norm

draw = np.random.default_rng(0).standard_normal
weight = torch.tensor(draw((4, 2, 3, 3), "float32"))
images = torch.tensor(draw((2, 2, 6, 5), "float32"))
upstream = torch.tensor(draw((2, 4, 4, 3), "float32"))
torch.manual_seed(0)


def convolution(layer_class=nn.Conv2d, inputs=2, outputs=4):
    layer = layer_class(inputs, outputs, 3, bias=False)
    layer.load_state_dict({"weight": weight})
    return layer


def norm(layer):
    return matrix_norm(layer.weight.detach().flatten(1), 2).item()


untrained = spectral_norm(convolution()).eval()
norm_at_start = norm(untrained)

layer = spectral_norm(convolution(), n_power_iterations=200)
maps = layer(images)
maps.backward(upstream)
maps = maps.detach().permute(0, 2, 3, 1)
trained = layer.parametrizations.weight.original
gradient = trained.grad.permute(2, 3, 1, 0)
gradient_through_division = gradient

torch.optim.SGD(layer.parameters(), lr=0.02).step()
norm_after_step = norm(layer.eval())

plain = convolution()
with torch.no_grad():
    plain.weight /= norm(plain)
plain(images).backward(upstream)
gradient_after_division = plain.weight.grad.permute(2, 3, 1, 0)

# the same array, now with four inputs and two outputs
small = torch.tensor(draw((2, 4, 3, 3), "float32"))
options = {"n_power_iterations": 200}
layer = convolution(nn.ConvTranspose2d, 4, 2)
transposed = spectral_norm(layer, **options)(small)
layer = convolution(nn.ConvTranspose2d, 4, 2)
transposed_by_inputs = spectral_norm(layer, dim=0, **options)(small)
transposed = transposed.permute(0, 2, 3, 1)
transposed_by_inputs = transposed_by_inputs.permute(0, 2, 3, 1)

print(
    f"largest singular value of the weight: {norm(convolution()):.2f}"
)
print(f"used before training: {norm_at_start:.2f}")
print(f"used after a step:    {norm_after_step:.2f}")
print("weights kept:", *layer.state_dict())
