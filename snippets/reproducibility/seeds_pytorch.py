import random

import numpy as np
import torch


def draw(seed):
    torch.manual_seed(seed)
    return torch.rand(4), np.random.random(4), random.random()


first, numpy_first, python_first = draw(seed=0)
following = torch.rand(4)
repeated, numpy_repeated, python_repeated = draw(seed=0)
other, _, _ = draw(seed=1)

repeat_difference = (repeated - first).abs().max().item()
next_difference = (following - first).abs().max().item()
other_difference = (other - first).abs().max().item()
first_number = first[0].item()
numpy_repeats = bool((numpy_repeated == numpy_first).all())
python_repeats = python_repeated == python_first
print("seed 0:", first.numpy().round(4))
print("next:  ", following.numpy().round(4))
print("seed 0:", repeated.numpy().round(4))
print("seed 1:", other.numpy().round(4))
print("NumPy repeats its numbers:", numpy_repeats)
print("Python repeats its numbers:", python_repeats)
