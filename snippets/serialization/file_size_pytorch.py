import os

import numpy as np
import torch

rng = np.random.default_rng(0)
weight = torch.tensor(rng.normal(size=(512, 512)), dtype=torch.float32)


def bytes_each(tensor, path):
    torch.save({"weight": tensor}, path)
    return os.path.getsize(path) / tensor.numel()


float32 = bytes_each(weight, "float32.pt")
float16 = bytes_each(weight.half(), "float16.pt")
print(f"float32: {float32:.1f} bytes for each number")
print(f"float16: {float16:.1f}")

slice_alone = bytes_each(weight[:1], "slice.pt")
slice_copied = bytes_each(weight[:1].clone(), "copy.pt")
row = torch.load("slice.pt")["weight"]
print(f"one row: {slice_alone / 1000:.0f} kB for each number")
print("one row, copied: less than 10 bytes:", slice_copied < 10)
