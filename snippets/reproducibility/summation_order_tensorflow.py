import numpy as np
import tensorflow as tf

large, one = tf.constant(1e8), tf.constant(1.0)
small_first = (large + one) - large
large_first = (large - large) + one
print("(1e8 + 1) - 1e8 =", small_first.numpy())
print("(1e8 - 1e8) + 1 =", large_first.numpy())

rng = np.random.default_rng(0)
numbers = tf.constant(rng.random(100_000))
orders = [rng.permutation(100_000) for _ in range(20)]


def sum_in(order, dtype):
    return tf.reduce_sum(tf.gather(tf.cast(numbers, dtype), order))


sums = tf.stack([sum_in(order, tf.float32) for order in orders])
several_sums = int(len(tf.unique(sums).y) > 1)
print("float32, 20 orders, different sums:", bool(several_sums))
print(
    f"lowest and highest: {tf.reduce_min(sums):.2f}, "
    f"{tf.reduce_max(sums):.2f}"
)

sums64 = tf.stack([sum_in(order, tf.float64) for order in orders])
print(
    f"float64: {tf.reduce_min(sums64):.6f}, {tf.reduce_max(sums64):.6f}"
)
