import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = tf.constant(rng.normal(size=(16, 8)), dtype=tf.float32)
weights = tf.Variable(rng.normal(size=(8, 4)), dtype=tf.float32)


def loss_and_gradient(x):
    with tf.GradientTape() as tape:
        hidden = tf.tanh(x @ weights)
        loss = tf.reduce_mean(hidden**2)
    return loss, tape.gradient(loss, weights)


compiled = tf.function(loss_and_gradient)

loss_eager, gradient_eager = loss_and_gradient(x)
loss_compiled, gradient_compiled = compiled(x)

largest_difference = float(
    tf.reduce_max(tf.abs(gradient_compiled - gradient_eager))
)
print(f"loss, eager:    {loss_eager.numpy():.6f}")
print(f"loss, compiled: {loss_compiled.numpy():.6f}")
print("gradients within 1e-6:", largest_difference < 1e-6)
