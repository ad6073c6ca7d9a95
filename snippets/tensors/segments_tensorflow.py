import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
values = tf.constant(rng.normal(size=(6, 2)), dtype=tf.float32)
groups = tf.constant([3, 0, 1, 0, 3, 3])  # none in group 2

with tf.GradientTape() as tape:
    tape.watch(values)
    sums = tf.math.unsorted_segment_sum(values, groups, 4)
    means = tf.math.unsorted_segment_mean(values, groups, 4)
    largest = tf.math.unsorted_segment_max(values, groups, 4)
    largest_of_filled = tf.gather(largest, [0, 1, 3])
    loss = tf.reduce_sum(sums * means)
    loss += tf.reduce_sum(largest_of_filled**3)
gradient = tape.gradient(loss, values)
largest_of_empty = largest[2]
print("sums:", *sums.numpy().round(3))
print("means:", *means.numpy().round(3))
print("largest in group 2:", largest_of_empty.numpy().tolist())
