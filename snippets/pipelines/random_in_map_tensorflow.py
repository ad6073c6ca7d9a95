import numpy as np
import tensorflow as tf

stored = np.random.default_rng(0)


def from_numpy(index):
    return np.random.random()


def from_stored(index):
    return stored.random()


def from_framework(index):
    return tf.random.uniform(())


def by_index(index):
    return tf.random.stateless_uniform((), seed=tf.stack([7, index]))


def values(draw, **options):
    noise = tf.data.Dataset.range(8).map(draw, **options)
    return [float(value) for value in noise]


tf.random.set_seed(0)
distinct_numpy = len(set(values(from_numpy)))
distinct_stored = len(set(values(from_stored)))
distinct_framework = len(set(values(from_framework)))
distinct_by_index = len(set(values(by_index)))
independent_of_workers = values(
    by_index, num_parallel_calls=2
) == values(by_index, synchronous=True)
print("distinct values out of 8")
print("np.random:           ", distinct_numpy)
print("a stored generator:  ", distinct_stored)
print("tf.random.uniform:   ", distinct_framework)
print("a seed per index:    ", distinct_by_index)
print("same in parallel:    ", independent_of_workers)
