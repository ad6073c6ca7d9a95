import numpy as np
import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from torch import nn

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(5, 4)), dtype=torch.float32)
layer, new_layer = nn.Linear(4, 3), nn.Linear(4, 3)
with torch.no_grad():
    layer.weight.copy_(torch.tensor(rng.normal(size=(4, 3)).T))
    layer.bias.copy_(torch.tensor(rng.normal(size=3)))

file_name = "layer.safetensors"
save_file(layer.state_dict(), file_name, metadata={"epoch": "7"})

with safe_open(file_name, framework="pt") as file:
    epoch = file.metadata()["epoch"]
    for name in sorted(file.keys()):
        part = file.get_slice(name)
        print(name, part.get_dtype(), part.get_shape())
    first_input = file.get_slice("weight")[:, :1].T

new_layer.load_state_dict(load_file(file_name))
with torch.no_grad():
    outputs = new_layer(x)
    difference = (outputs - layer(x)).abs().max().item()
print("weights of the first input:", first_input.numpy().round(4))
print("difference after loading:", difference)
