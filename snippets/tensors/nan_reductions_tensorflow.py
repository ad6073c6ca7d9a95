import tensorflow as tf
from keras import ops

nan, inf = float("nan"), float("inf")
x = tf.constant([[1.0, nan, 3.0], [-2.0, 5.0, -0.5]])

totals = tf.reduce_sum(x, axis=1)
largest = tf.reduce_max(x, axis=1)
equal_to_itself = x == x
means_without_nan = ops.nanmean(x, axis=1)

with tf.GradientTape() as tape:
    tape.watch(x)
    values = tf.boolean_mask(x, ~tf.math.is_nan(x))
    loss = tf.reduce_mean(tf.square(values))
gradient = tf.convert_to_tensor(tape.gradient(loss, x))
replaced = ops.nan_to_num(tf.constant([nan, inf, -inf, 7.0]))

print("reduce_sum:", totals.numpy().tolist())
print("reduce_max:", largest.numpy().tolist())
print("x == x:", equal_to_itself.numpy().tolist())
print("nanmean:", means_without_nan.numpy().round(4))
print("gradient of the masked mean:", *gradient.numpy().round(4))
print("nan_to_num:", replaced.numpy().tolist())
