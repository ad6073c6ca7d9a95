from torch.utils.data import DistributedSampler


def share(size, rank, **options):
    return DistributedSampler(
        range(size), num_replicas=2, rank=rank, **options
    )


shares = [list(share(7, rank, shuffle=False)) for rank in (0, 1)]
shares_dropped = [
    list(share(7, rank, shuffle=False, drop_last=True))
    for rank in (0, 1)
]
all_rows = sorted({row for rows in shares for row in rows})
smallest_share = min(len(rows) for rows in shares)
print("shares:", *shares)
print("with the last dropped:", *shares_dropped)

sampler = share(50, rank=0, shuffle=True, seed=0)
first, second = list(sampler), list(sampler)
sampler.set_epoch(1)
third = list(sampler)
equal_epochs = int(first == second)
reordered = first != third
print("equal epochs:", equal_epochs, "with set_epoch:", not reordered)

one_seed = [row for rank in (0, 1) for row in share(50, rank, seed=0)]
two_seeds = [
    row for rank in (0, 1) for row in share(50, rank, seed=rank)
]
covered = len(set(one_seed))
covered_with_two_seeds = len(set(two_seeds))
print("rows covered:", covered, "two seeds:", covered_with_two_seeds)
