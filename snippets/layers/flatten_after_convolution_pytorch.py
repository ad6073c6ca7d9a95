import numpy as np
import torch
from torch import nn

draw = np.random.default_rng(0).standard_normal
conv_weight = draw((3, 2, 3, 3), "float32")
conv_bias = draw(3, "float32")
weight, bias = draw((4, 18), "float32"), draw(4, "float32")
images = torch.tensor(draw((5, 2, 5, 4), "float32"))
upstream = torch.tensor(draw((5, 4), "float32"))

model = nn.Sequential(
    nn.Conv2d(2, 3, 3), nn.ReLU(), nn.Flatten(), nn.Linear(18, 4)
)
model.load_state_dict(
    {
        "0.weight": torch.tensor(conv_weight),
        "0.bias": torch.tensor(conv_bias),
        "3.weight": torch.tensor(weight),
        "3.bias": torch.tensor(bias),
    }
)
outputs = model(images)
outputs.backward(upstream)

transposed_only = outputs_with_permute = outputs
dense_gradient = model[3].weight.grad
kernel_gradient = model[0].weight.grad.permute(2, 3, 1, 0)
print("outputs:", outputs[0].detach().numpy().round(4))
