import tensorflow as tf


def gradient_at(function, *values):
    x = tf.Variable(values)
    with tf.GradientTape() as tape:
        y = function(x)
    return tape.gradient(y, x)


relu = gradient_at(tf.nn.relu, 0.0)
absolute = gradient_at(tf.abs, 0.0)
clamp = gradient_at(lambda x: tf.clip_by_value(x, -1.0, 1.0), -1.0, 1.0)
square_root = gradient_at(tf.sqrt, 0.0)
largest = gradient_at(tf.reduce_max, 1.0, 2.0, 2.0)
masked_log = gradient_at(
    lambda x: tf.where(x > 0, tf.math.log(x), 0.0), 0.0, 4.0
)
masked_input = gradient_at(
    lambda x: tf.math.log(tf.where(x > 0, x, 1.0)), 0.0, 4.0
)

print("relu at 0:", relu.numpy())
print("abs at 0:", absolute.numpy())
print("clip_by_value at both limits:", clamp.numpy())
print("sqrt at 0:", square_root.numpy())
print("reduce_max of (1, 2, 2):", largest.numpy())
print("where(x > 0, log(x), 0):", masked_log.numpy())
print("log(where(x > 0, x, 1)):", masked_input.numpy())
