import numpy as np
import torch
from torch import nn

draw = np.random.default_rng(0).standard_normal
depthwise = draw((3, 3, 2, 2), "float32")  # as Keras stores them
pointwise = draw((1, 1, 4, 5), "float32")
bias = draw(5, "float32")
images = draw((2, 6, 7, 2), "float32")
upstream = draw((2, 6, 7, 5), "float32")

model = nn.Sequential(
    nn.Conv2d(2, 4, 3, groups=2, padding="same", bias=False),
    nn.Conv2d(4, 5, kernel_size=1),
)
first = depthwise.transpose(2, 3, 0, 1).reshape(4, 1, 3, 3)
second = pointwise.transpose(3, 2, 0, 1)
model.load_state_dict(
    {
        "0.weight": torch.tensor(first),
        "1.weight": torch.tensor(second),
        "1.bias": torch.tensor(bias),
    }
)
images = torch.tensor(images, requires_grad=True)
outputs = model(images.permute(0, 3, 1, 2)).permute(0, 2, 3, 1)
outputs.backward(torch.tensor(upstream))

depthwise_gradient = (
    model[0].weight.grad.reshape(2, 2, 3, 3).permute(2, 3, 0, 1)
)
pointwise_gradient = model[1].weight.grad.permute(2, 3, 1, 0)
input_gradient = images.grad
parameters = sum(p.numel() for p in model.parameters())

print(parameters, "parameters")
print("first pixel:", outputs[0, 0, 0].detach().numpy().round(4))
