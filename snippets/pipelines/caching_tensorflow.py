import numpy as np
import tensorflow as tf

calls_so_far = []


def slow(row):
    calls_so_far.append(row)
    return np.float32(row * row - 3)


def load(row):
    return tf.numpy_function(slow, [row], tf.float32)


rng = tf.random.Generator.from_seed(0)


def jitter(value):
    return value + rng.normal(())


def two_epochs(dataset):
    calls_so_far.clear()
    epochs = [[float(value) for value in dataset] for _ in range(2)]
    return epochs, len(calls_so_far)


rows = tf.data.Dataset.range(6)
loaded = rows.map(load)
in_parallel = rows.map(load, num_parallel_calls=2)
(values, _), calls = two_epochs(loaded)
_, calls_cached = two_epochs(loaded.cache())
_, calls_in_parallel = two_epochs(in_parallel.cache())
print("calls in two epochs:", calls, "cached:", calls_cached)
print("cached, two parallel calls:", calls_in_parallel)

(first, second), _ = two_epochs(loaded.cache().map(jitter))
cached_then_random_repeats = first == second
(first, second), _ = two_epochs(loaded.map(jitter).cache())
random_then_cached_repeats = first == second
print("equal epochs")
print("cached before the noise:", cached_then_random_repeats)
print("cached after the noise: ", random_then_cached_repeats)
