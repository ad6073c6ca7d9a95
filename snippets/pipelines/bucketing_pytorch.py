from bisect import bisect_right
from collections import defaultdict

import numpy as np
import torch
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader, Sampler

lengths = np.random.default_rng(0).integers(1, 41, size=60).tolist()
# sequence number n consists of n + 1, so zeros are padding
sequences = [torch.full((k,), n + 1) for n, k in enumerate(lengths)]


class Buckets(Sampler):
    def __init__(self, lengths, boundaries, batch_size):
        self.lengths = lengths
        self.boundaries = boundaries
        self.batch_size = batch_size

    def __iter__(self):
        waiting = defaultdict(list)
        for index, length in enumerate(self.lengths):
            bucket = bisect_right(self.boundaries, length)
            waiting[bucket].append(index)
            if len(waiting[bucket]) == self.batch_size:
                yield waiting.pop(bucket)
        for bucket in sorted(waiting):
            yield waiting[bucket]


def pad(batch):
    return pad_sequence(batch, batch_first=True)


in_order = DataLoader(sequences, batch_size=6, collate_fn=pad)
in_buckets = DataLoader(
    sequences,
    batch_sampler=Buckets(lengths, [11, 21, 31], batch_size=6),
    collate_fn=pad,
)
batches = list(in_buckets)
shapes = [list(batch.shape) for batch in batches]
rows = [int(row[0]) - 1 for batch in batches for row in batch]
padding_in_order = sum(int((b == 0).sum()) for b in in_order)
padding_in_buckets = sum(int((b == 0).sum()) for b in batches)
remaining_share = padding_in_buckets / padding_in_order

print("shapes:", *(f"{height}x{width}" for height, width in shapes))
print("first batch:", *rows[:6])
print("padding:", padding_in_order, "->", padding_in_buckets)
