import tensorflow as tf

pixels = tf.constant([[200, 100, 251], [7, 0, 90]], dtype=tf.uint8)
counts = tf.constant([[-5, 0, -3], [20, 1, 26]])

sums_by_default = tf.reduce_sum(pixels, axis=1)
sums = tf.reduce_sum(tf.cast(pixels, tf.int64), axis=1)
sums_in_uint8 = sums_by_default
means = tf.reduce_mean(tf.cast(counts, tf.float32), axis=1)
truncated_means = tf.reduce_mean(counts, axis=1)

print("sum:", sums_by_default.numpy(), sums_by_default.dtype.name)
print("sum in int64:", sums.numpy())
print("mean:", truncated_means.numpy(), truncated_means.dtype.name)
print("mean in float32:", means.numpy().round(3))
