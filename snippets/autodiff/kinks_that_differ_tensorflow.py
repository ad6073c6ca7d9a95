import tensorflow as tf


def gradient_at(function, *values):
    x = tf.Variable(values)
    with tf.GradientTape() as tape:
        y = function(x)
    return tape.gradient(y, x)


larger = gradient_at(lambda x: tf.maximum(x[0], x[1]), 1.0, 1.0)
largest = gradient_at(lambda x: tf.reduce_max(x, axis=0), 1.0, 2.0, 2.0)
norm = gradient_at(tf.norm, 0.0, 0.0)
deviation = gradient_at(tf.math.reduce_std, 1.0, 1.0)
kept_from_zero = gradient_at(
    lambda x: tf.sqrt(tf.maximum(tf.reduce_sum(x**2), 1e-12)), 0.0, 0.0
)
norm_is_nan = bool(tf.reduce_any(tf.math.is_nan(norm)))
deviation_is_nan = bool(tf.reduce_any(tf.math.is_nan(deviation)))
rounded = gradient_at(tf.round, 0.3)

print("maximum(1, 1):", larger.numpy())
print("reduce_max(axis=0) of (1, 2, 2):", largest.numpy())
print("norm at (0, 0):", norm.numpy())
print("norm as sqrt(maximum(..., 1e-12)):", kept_from_zero.numpy())
print("reduce_std of (1, 1):", deviation.numpy())
print("round:", rounded)
