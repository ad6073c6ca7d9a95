import tensorflow as tf


def flip(x):
    if tf.reduce_sum(x) > 0:
        sign = -1.0
    return sign * x


x = tf.constant([1.0, 2.0, 3.0])
eager_output = flip(x)
print("eager:", eager_output.numpy())

captured = tf.function(flip)
captured(x)
