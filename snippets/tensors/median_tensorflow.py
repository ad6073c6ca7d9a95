import tensorflow as tf
from keras import ops

x = tf.constant([[7.0, 1.0, 4.0, 2.0], [3.0, 9.0, -5.0, 8.0]])

with tf.GradientTape() as tape:
    tape.watch(x)
    by_default = ops.median(x, axis=1)
    loss = tf.reduce_sum(by_default * [1.0, -2.0])
gradient = tf.convert_to_tensor(tape.gradient(loss, x))

interpolated = by_default
lower = ops.quantile(x, 0.5, axis=1, method="lower")
quartile = ops.quantile(x, 0.25, axis=1)
print("median:", by_default.numpy().tolist())
print('quantile 0.5, "lower":', lower.numpy().tolist())
print("quantile 0.25:", quartile.numpy().tolist())
print("gradient of the median:", gradient.numpy().tolist())
