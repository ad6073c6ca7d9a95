import torch
from torch.utils.data import DataLoader


def orders(seed):
    generator = torch.Generator().manual_seed(seed)
    loader = DataLoader(
        range(8), batch_size=None, shuffle=True, generator=generator
    )
    return [list(loader), list(loader)]


torch.manual_seed(1)
epochs = orders(seed=0)
repeated_changed = int(orders(seed=0) != epochs)
second_epoch_changed = int(epochs[1] != epochs[0])

torch.manual_seed(2)
global_seed_changed = int(orders(seed=0) != epochs)

generator = torch.Generator()
loader = DataLoader(
    range(8), batch_size=None, shuffle=True, generator=generator
)
fixed = []
for _ in range(2):
    generator.manual_seed(0)
    fixed.append(list(loader))
fixed_changed = int(fixed[1] != fixed[0])

first_order = int("".join(map(str, epochs[0])))
fixed_order = int("".join(map(str, fixed[0])))

print("first epoch: ", epochs[0])
print("second epoch:", epochs[1])
print("changed by the global seed:", bool(global_seed_changed))
print("seed set for each epoch:", fixed[0], fixed[1])
