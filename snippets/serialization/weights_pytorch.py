import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(5, 4)), dtype=torch.float32)


def build():
    return nn.Sequential(nn.Linear(4, 3), nn.Tanh(), nn.Linear(3, 2))


torch.manual_seed(0)
model, new_model = build(), build()
with torch.no_grad():
    for layer in (model[0], model[2]):
        fan_out, fan_in = layer.weight.shape
        kernel = rng.normal(size=(fan_in, fan_out))
        layer.weight.copy_(torch.tensor(kernel.T))
        layer.bias.copy_(torch.tensor(rng.normal(size=fan_out)))

torch.save(model.state_dict(), "weights.pt")

with torch.no_grad():
    difference_before = (new_model(x) - model(x)).abs().max().item()
    new_model.load_state_dict(torch.load("weights.pt"))
    outputs = new_model(x)
    difference = (outputs - model(x)).abs().max().item()

loaded_kernels = [new_model[i].weight.detach().T for i in (0, 2)]
for name, tensor in torch.load("weights.pt").items():
    print(name, tuple(tensor.shape))
print(f"difference before loading: {difference_before:.2f}")
print("difference after loading:", difference)
