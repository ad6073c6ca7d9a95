import keras
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = tf.constant(rng.normal(size=(64, 3)), dtype=tf.float32)
y = tf.linalg.matvec(x, [1.0, -2.0, 0.5])


def loss_and_gradient(weight):
    with tf.GradientTape() as tape:
        error = tf.linalg.matvec(x, weight) - y
        loss = tf.reduce_mean(tf.square(error))
    return loss, tape.gradient(loss, weight)


def train(accumulate):
    weight = tf.Variable(tf.zeros(3))
    optimizer = keras.optimizers.SGD(learning_rate=0.1)
    total = tf.zeros(3)
    losses = []
    for _ in range(8):
        loss, gradient = loss_and_gradient(weight)
        total = total + gradient if accumulate else gradient
        optimizer.apply([total], [weight])
        losses.append(float(loss))
    return losses


losses = train(accumulate=False)
losses_summed = train(accumulate=True)
print("as returned:", *(f"{v:.3f}" for v in losses))
print("summed:     ", *(f"{v:.3f}" for v in losses_summed))

weight = tf.Variable(tf.zeros(3))
for _ in range(2):
    _, gradient_after_two_passes = loss_and_gradient(weight)
gradient_of_one_pass = gradient_after_two_passes
print(
    "after two passes:",
    gradient_after_two_passes.numpy().round(4),
)
