import random

import numpy as np
import torch

torch.manual_seed(7)
first, second = torch.rand(4), torch.rand(4)
torch.manual_seed(7)
again = torch.rand(4)
repeats = torch.equal(first, again)
moves_on = not torch.equal(first, second)
print("seed 7:", first.numpy().round(4))
print("the same after seeding again:", repeats)


def draw():
    return [torch.rand(()).item(), np.random.rand(), random.random()]


torch.manual_seed(7)
one = draw()
torch.manual_seed(7)
other = draw()
numpy_repeats = one[1] == other[1]
print("NumPy repeats too:", numpy_repeats)


def seed_all(seed):
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)


seed_all(7)
one = draw()
seed_all(7)
all_repeat = one == draw()
print("all repeat when each is seeded:", all_repeat)

from_numpy = torch.tensor(np.random.default_rng(7).random(4))
print("from NumPy:", from_numpy.numpy().round(4))
