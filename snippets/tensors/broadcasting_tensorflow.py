import tensorflow as tf

a = tf.constant([[[1.0, -2.0, 3.0]], [[0.5, 4.0, -1.0]]])
b = tf.constant([[2.0], [-1.0], [0.5], [3.0]])

with tf.GradientTape() as tape:
    tape.watch([a, b])
    product = a * b
    loss = tf.reduce_sum(tf.square(product))
gradients = tape.gradient(loss, [a, b])
print("shapes:", *(tuple(x.shape) for x in (a, b, product)))
print("gradient of a:", gradients[0].numpy().tolist())
print("gradient of b:", gradients[1].numpy().tolist())

expanded = tf.broadcast_to(b, (2, 4, 3))
table = tf.constant([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
offsets = tf.constant([10.0, 20.0])
shifted = table + offsets[:, None]
print("one offset per row:", shifted.numpy().tolist())
square = table[:, :2] + offsets
print("square, no axis added:", square.numpy().tolist())

table + offsets
