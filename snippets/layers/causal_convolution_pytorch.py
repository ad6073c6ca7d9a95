import numpy as np
import torch
from torch import nn

draw = np.random.default_rng(0).standard_normal
weight, bias = draw((4, 3, 3), "float32"), draw(4, "float32")
x = torch.tensor(draw((2, 3, 10), "float32"), requires_grad=True)
upstream = torch.tensor(draw((2, 4, 10), "float32"))

model = nn.Sequential(
    nn.ZeroPad1d((4, 0)),  # dilation * (kernel_size - 1), left
    nn.Conv1d(3, 4, kernel_size=3, dilation=2),
)
model.load_state_dict(
    {"1.weight": torch.tensor(weight), "1.bias": torch.tensor(bias)}
)
sequences = model(x)
sequences.backward(upstream, retain_graph=True)

outputs = sequences.transpose(1, 2)
kernel_gradient = model[1].weight.grad.permute(2, 1, 0)
bias_gradient = model[1].bias.grad
input_gradient = x.grad.transpose(1, 2)

(gradient,) = torch.autograd.grad(sequences[:, :, 5].sum(), x)
seen = gradient.abs().sum(dim=(0, 1)) > 0
steps_seen_by_step_5 = seen.nonzero().flatten().tolist()

print("shape:", tuple(sequences.shape))
print("step 5:", outputs[0, 5].detach().numpy().round(4))
print("step 5 depends on the steps", steps_seen_by_step_5)
