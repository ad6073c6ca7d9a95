from itertools import cycle, islice

import torch
from torch.utils.data import DataLoader


def endless(loader):
    while True:
        yield from loader


def first(count, batches):
    return [batch.tolist() for batch in islice(batches, count)]


loader = DataLoader(range(10), batch_size=4)
steps = first(7, endless(loader))
for step, batch in enumerate(steps):
    print(step, batch)

shuffled = DataLoader(
    range(10),
    batch_size=10,
    shuffle=True,
    generator=torch.Generator().manual_seed(0),
)
one, two = first(2, endless(shuffled))
epochs_equal = one == two
one, two = first(2, cycle(shuffled))
cycled_epochs_equal = int(one == two)
print("epochs in the same order:", epochs_equal)
print("with itertools.cycle:", cycled_epochs_equal == 1)
