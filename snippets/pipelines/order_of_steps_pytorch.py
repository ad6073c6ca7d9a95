import torch
from torch.utils.data import (
    BatchSampler,
    ConcatDataset,
    DataLoader,
    RandomSampler,
    SubsetRandomSampler,
)

numbers = range(10)
torch.manual_seed(0)

epochs = DataLoader(numbers, batch_size=4)
sizes_batch_repeat = [len(b) for _ in range(2) for b in epochs]
through = RandomSampler(numbers, num_samples=20)
stream = DataLoader(numbers, batch_size=4, sampler=through)
sizes_repeat_batch = [len(batch) for batch in stream]
print("batch, then repeat:", *sizes_batch_repeat)
print("repeat, then batch:", *sizes_repeat_batch)

blocks = list(BatchSampler(numbers, batch_size=4, drop_last=False))
whole = DataLoader(numbers, batch_sampler=SubsetRandomSampler(blocks))
whole_batches = sorted(batch.tolist() for batch in whole)
mixed = DataLoader(numbers, batch_size=4, shuffle=True)
rows_mixed = sorted(b.tolist() for b in mixed) != whole_batches
print("batch, then shuffle:", *whole_batches)
print("shuffle, then batch mixes the rows:", rows_mixed)

apart = list(through)
together = list(RandomSampler(ConcatDataset([numbers, numbers])))
distinct_shuffle_repeat = len(set(apart[:10]))
distinct_repeat_shuffle = len({n % 10 for n in together[:10]})
print(
    "distinct among the first ten:",
    distinct_shuffle_repeat,
    distinct_repeat_shuffle,
)
