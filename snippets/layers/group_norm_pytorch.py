import numpy as np
import torch
from torch import nn

draw = np.random.default_rng(0).standard_normal
images = torch.tensor(0.05 * draw((2, 6, 4, 3), "float32"))
upstream = torch.tensor(draw((2, 6, 4, 3), "float32"))
weight, bias = torch.tensor(draw((2, 6), "float32"))

norm = nn.GroupNorm(num_groups=2, num_channels=6)
norm.load_state_dict({"weight": weight, "bias": bias})
images.requires_grad_()
maps = norm(images)
maps.backward(upstream)

outputs = by_default = maps.permute(0, 2, 3, 1)
gradients = {
    "weight": norm.weight.grad,
    "bias": norm.bias.grad,
    "input": images.grad.permute(0, 2, 3, 1),
}
norm.eps = 1e-3
with_epsilon_of_keras = norm(images).permute(0, 2, 3, 1)
instance = nn.InstanceNorm2d(6)(images).permute(0, 2, 3, 1)

print("groups:  ", outputs[0, 0, 0].detach().numpy().round(4))
print("instance:", instance[0, 0, 0].detach().numpy().round(4))
