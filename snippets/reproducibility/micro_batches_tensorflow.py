import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)


def draw(*shape):
    values = rng.normal(size=shape) / shape[0] ** 0.5
    return tf.constant(values, dtype=tf.float32)


x, y = 8 * draw(64, 8), 8 * draw(64, 1)
weights = [tf.Variable(draw(8, 32)), tf.Variable(draw(32, 1))]


def backward(x, y, parts=1):
    with tf.GradientTape() as tape:
        error = tf.tanh(x @ weights[0]) @ weights[1] - y
        loss = tf.reduce_mean(tf.square(error)) / parts
    return tape.gradient(loss, weights)


gradients = backward(x, y)

gradients_summed = [tf.zeros_like(weight) for weight in weights]
for part_x, part_y in zip(tf.split(x, 4), tf.split(y, 4), strict=True):
    part = backward(part_x, part_y, parts=4)
    gradients_summed = [
        total + gradient
        for total, gradient in zip(gradients_summed, part, strict=True)
    ]

close = int(
    all(
        np.allclose(a, b, atol=1e-6)
        for a, b in zip(gradients, gradients_summed, strict=True)
    )
)
print("equal up to rounding:", bool(close))
print("second gradient:", gradients[1][:3, 0].numpy().round(4))
