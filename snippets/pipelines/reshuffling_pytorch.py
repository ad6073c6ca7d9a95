import torch
from torch.utils.data import DataLoader


def shuffled(seed):
    return DataLoader(
        range(12),
        batch_size=None,
        shuffle=True,
        generator=torch.Generator().manual_seed(seed),
    )


loader = shuffled(seed=3)
first, second = list(loader), list(loader)
orders = first, second
complete = [sorted(order) == list(range(12)) for order in orders]
default_repeats = first == second
print("first epoch: ", *first)
print("second epoch:", *second)

order = torch.randperm(
    12, generator=torch.Generator().manual_seed(3)
).tolist()
fixed = DataLoader(range(12), batch_size=None, sampler=order)
fixed_repeats = list(fixed) == list(fixed)
print("fixed order repeats:", fixed_repeats)

again, other = shuffled(seed=3), shuffled(seed=4)
same_seed_repeats = [list(again), list(again)] == [first, second]
other_seed_repeats = [list(other), list(other)] == [first, second]
print("both epochs repeat, same seed: ", same_seed_repeats)
print("both epochs repeat, other seed:", other_seed_repeats)
