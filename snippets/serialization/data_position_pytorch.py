from itertools import islice

import torch
from torch.utils.data import DataLoader

generator = torch.Generator().manual_seed(0)
loader = DataLoader(
    range(10), batch_size=None, shuffle=True, generator=generator
)

start_of_epoch = generator.get_state()
iterator = iter(loader)
first = list(islice(iterator, 3))
torch.save({"generator": start_of_epoch, "taken": 3}, "data.pt")
rest = list(iterator)

saved = torch.load("data.pt")
generator.set_state(saved["generator"])
rest_again = list(islice(loader, saved["taken"], None))

shuffled = [*first, *rest] != list(range(10))
rest_changed = int(rest_again != rest)
left = len(rest_again)
seen = len({*first, *rest_again})
print("before the interruption:", first)
print("without interruption:   ", rest)
print("resumed:                ", rest_again)
