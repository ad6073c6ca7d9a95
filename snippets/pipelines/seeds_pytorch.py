import random

import numpy as np
import torch
from torch.utils.data import DataLoader


def order(own_seed, draw_before):
    torch.manual_seed(0)
    generator = torch.Generator().manual_seed(1) if own_seed else None
    if draw_before:
        torch.rand(1)  # as a new layer with random weights would
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


repeatable = order(False, False) == order(False, False)
global_seed_disturbed = order(False, True) != order(False, False)
own_seed_disturbed = order(True, True) != order(True, False)
print("same seed, same order:", repeatable)
print("a draw before changes the order")
print("with the global seed:", global_seed_disturbed)
print("with a generator of its own:", own_seed_disturbed)

python_number, numpy_number, _ = first = draw_after_seed()
all_repeat = draw_after_seed() == first
print(f"Python {python_number:.4f}, NumPy {numpy_number:.4f}")
print("all three repeat:", all_repeat)
