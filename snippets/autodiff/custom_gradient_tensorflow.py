import tensorflow as tf


@tf.custom_gradient
def log1pexp(x):
    def gradient(upstream):
        return upstream * tf.sigmoid(x)

    value = tf.maximum(x, 0.0) + tf.math.log1p(tf.exp(-tf.abs(x)))
    return value, gradient


def naive(x):
    return tf.math.log1p(tf.exp(x))


def gradient_of(function):
    x = tf.Variable([-5.0, 0.5, 100.0])
    with tf.GradientTape() as tape:
        y = tf.reduce_sum(2.0 * function(x))
    return tape.gradient(y, x)


naive_gradient = gradient_of(naive)
custom_gradient = gradient_of(log1pexp)
value = log1pexp(tf.constant([-5.0, 0.5, 100.0]))
print("naive: ", naive_gradient.numpy().round(4))
print("custom:", custom_gradient.numpy().round(4))
print("value: ", value.numpy().round(4))
