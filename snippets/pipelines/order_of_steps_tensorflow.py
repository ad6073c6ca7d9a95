import tensorflow as tf

numbers = tf.data.Dataset.range(10)
tf.random.set_seed(0)

batch_repeat = numbers.batch(4).repeat(2)
sizes_batch_repeat = [len(batch) for batch in batch_repeat]
repeat_batch = numbers.shuffle(10).repeat(2).batch(4)
sizes_repeat_batch = [len(batch) for batch in repeat_batch]
print("batch, then repeat:", *sizes_batch_repeat)
print("repeat, then batch:", *sizes_repeat_batch)

whole = numbers.batch(4).shuffle(3)
whole_batches = sorted(batch.numpy().tolist() for batch in whole)
mixed = numbers.shuffle(10).batch(4)
rows_mixed = sorted(b.numpy().tolist() for b in mixed) != whole_batches
print("batch, then shuffle:", *whole_batches)
print("shuffle, then batch mixes the rows:", rows_mixed)

apart = [int(n) for n in numbers.shuffle(10).repeat(2)]
together = [int(n) for n in numbers.repeat(2).shuffle(20)]
distinct_shuffle_repeat = len(set(apart[:10]))
distinct_repeat_shuffle = len(set(together[:10]))
print(
    "distinct among the first ten:",
    distinct_shuffle_repeat,
    distinct_repeat_shuffle,
)
