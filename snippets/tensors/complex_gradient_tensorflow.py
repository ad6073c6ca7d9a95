import tensorflow as tf

z = tf.constant([1.0 + 2.0j, -0.5 + 0.25j], dtype=tf.complex64)
factor = tf.constant([0.5 - 1.0j, 0.0 + 2.0j], dtype=tf.complex64)


def loss_and_gradient(z):
    with tf.GradientTape() as tape:
        tape.watch(z)
        distances = tf.abs(factor * z * z - 1.0)
        loss = tf.reduce_sum(tf.square(distances))
    return loss, tape.gradient(loss, z)


_, gradient = loss_and_gradient(z)
print("gradient of a real loss:", gradient.numpy())

step, losses = z, []
for _ in range(5):
    loss, downhill = loss_and_gradient(step)
    step = step - 0.002 * downhill
    losses.append(float(loss))
print("losses:", *(f"{loss:.4f}" for loss in losses))

with tf.GradientTape() as tape:
    tape.watch(z)
    output = factor * z * z
of_complex_output = tape.gradient(output, z)
derivative = 2 * factor * z
difference = of_complex_output - tf.math.conj(derivative)
distance_from_conjugate = float(tf.reduce_max(tf.abs(difference)))
print("derivative:", derivative.numpy())
print("gradient of a complex output:", of_complex_output.numpy())
