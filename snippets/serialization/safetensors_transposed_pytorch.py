import numpy as np
import torch
from safetensors.torch import load_file, save_file

rng = np.random.default_rng(0)
kernel = torch.tensor(rng.normal(size=(4, 3)), dtype=torch.float32)

save_file({"weight": kernel.T.contiguous()}, "copied.safetensors")
read_back = load_file("copied.safetensors")["weight"]
print("equal after a copy:", torch.equal(read_back, kernel.T))

save_file({"weight": kernel.T}, "transposed.safetensors")
