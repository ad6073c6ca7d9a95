import random

import numpy as np
import torch
from torch.utils.data import DataLoader


def draw():
    torch.rand(1)


def new_layer():
    torch.nn.Linear(3, 2)


def order(own_seed, before=None):
    torch.manual_seed(0)
    generator = torch.Generator().manual_seed(1) if own_seed else None
    if before is not None:
        before()
    return list(
        DataLoader(
            range(20),
            batch_size=None,
            shuffle=True,
            generator=generator,
        )
    )


def draw_after_seed():
    random.seed(7)
    np.random.seed(7)
    torch.manual_seed(7)
    return random.random(), np.random.random(), torch.rand(()).item()


repeatable = order(False) == order(False)
global_seed_disturbed = order(False, draw) != order(False)
layer_disturbs = order(False, new_layer) != order(False)
own_seed_disturbed = order(True, draw) != order(True)
print("same seed, same order:", repeatable)
print("with the global seed, the order is changed")
print("by a draw before:", global_seed_disturbed)
print("by a new layer:  ", layer_disturbs)
print("with a generator of its own:", own_seed_disturbed)

python_number, numpy_number, _ = first = draw_after_seed()
all_repeat = draw_after_seed() == first
print(f"Python {python_number:.4f}, NumPy {numpy_number:.4f}")
print("all three repeat:", all_repeat)
