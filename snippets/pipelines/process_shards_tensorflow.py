import tensorflow as tf


def rows(dataset):
    return [int(row) for row in dataset]


seven = tf.data.Dataset.range(7)
shares = [rows(seven.shard(2, rank)) for rank in (0, 1)]
shares_dropped = [
    rows(seven.take(7 - 7 % 2).shard(2, rank)) for rank in (0, 1)
]
all_rows = sorted({row for share in shares for row in share})
smallest_share = min(len(share) for share in shares)
print("shares:", *shares)
print("with the last dropped:", *shares_dropped)

fifty = tf.data.Dataset.range(50)
share = fifty.shard(2, 0).shuffle(25, seed=0)
first, second = rows(share), rows(share)
equal_epochs = int(first == second)
reordered = first != second
print("equal epochs:", equal_epochs)

shard_first = [
    row
    for rank in (0, 1)
    for row in rows(fifty.shard(2, rank).shuffle(25, seed=rank))
]
two_seeds = [
    row
    for rank in (0, 1)
    for row in rows(fifty.shuffle(50, seed=rank).shard(2, rank))
]
covered = len(set(shard_first))
covered_with_two_seeds = len(set(two_seeds))
print("rows covered:", covered, "two seeds:", covered_with_two_seeds)
