import tensorflow as tf
from keras import ops

pixels = tf.constant([[200, 100, 251], [7, 0, 90]], dtype=tf.uint8)
counts = tf.constant([[-5, 0, -3], [20, 1, 26]])

sums = ops.sum(pixels, axis=1)
means = ops.mean(counts, axis=1)

print("sum:", sums.numpy(), sums.dtype.name)
print("mean:", means.numpy().round(3), means.dtype.name)
