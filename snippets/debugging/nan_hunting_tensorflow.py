import tensorflow as tf

position = tf.Variable([1.0, 2.0])
target = tf.constant([1.0, 2.0])


def distance():
    difference = position - target
    return tf.sqrt(tf.reduce_sum(difference**2))


with tf.GradientTape() as tape:
    loss = distance()
gradient = tape.gradient(loss, position)
print(f"loss {loss.numpy()}, gradient {gradient.numpy().tolist()}")

tf.debugging.enable_check_numerics()
with tf.GradientTape() as tape:
    loss = distance()
tape.gradient(loss, position)
