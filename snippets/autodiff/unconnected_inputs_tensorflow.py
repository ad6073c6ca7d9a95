import tensorflow as tf

used = tf.Variable(3.0)
unused = tf.Variable([1.0, 2.0])

with tf.GradientTape(persistent=True) as tape:
    y = tf.square(used)

gradients = tape.gradient(y, [used, unused])
gradients_with_zeros = tape.gradient(
    y,
    [used, unused],
    unconnected_gradients=tf.UnconnectedGradients.ZERO,
)
print("default:", *gradients)
print("ZERO:", *gradients_with_zeros)
