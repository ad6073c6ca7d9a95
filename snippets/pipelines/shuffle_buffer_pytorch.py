import torch
from torch.utils.data import DataLoader, IterableDataset


class Buffered(IterableDataset):
    def __init__(self, source, size, seed):
        self.source = source
        self.size = size
        self.generator = torch.Generator().manual_seed(seed)

    def __iter__(self):
        buffer = []
        for element in self.source:
            if len(buffer) == self.size:
                place = torch.randint(
                    self.size, (1,), generator=self.generator
                ).item()
                yield buffer.pop(place)
            buffer.append(element)
        left = torch.randperm(len(buffer), generator=self.generator)
        yield from (buffer[place] for place in left)


# 1000 rows sorted by class, 100 of each
full = DataLoader(
    range(1000),
    batch_size=None,
    shuffle=True,
    generator=torch.Generator().manual_seed(0),
)
orders = list(full), list(Buffered(range(1000), size=10, seed=0))

complete = [sorted(order) == list(range(1000)) for order in orders]
forward_full, forward_buffered = (
    max(row - place for place, row in enumerate(order))
    for order in orders
)
backward_buffered = max(p - row for p, row in enumerate(orders[1]))
classes_full, classes_buffered = (
    len({row // 100 for row in order[:32]}) for order in orders
)
print("first rows, full:    ", *orders[0][:8])
print("first rows, buffered:", *orders[1][:8])
print("furthest move forward:", forward_full, forward_buffered)
print("furthest move back, buffered:", backward_buffered)
print("classes in 32 rows:", classes_full, classes_buffered)
