import tensorflow as tf

x = tf.Variable(3.0)

buffer = tf.Variable(tf.zeros(3))
with tf.GradientTape() as tape:
    buffer[1].assign(x)
    total = tf.reduce_sum(tf.square(buffer))
gradient_through_write = tape.gradient(total, x)

with tf.GradientTape() as tape:
    updated = tf.tensor_scatter_nd_update(tf.zeros(3), [[1]], [x])
    total = tf.reduce_sum(tf.square(updated))
gradient_through_update = tape.gradient(total, x)
print("through buffer[1].assign(x):", gradient_through_write)
print(
    "through tensor_scatter_nd_update:",
    gradient_through_update.numpy(),
)

weight = tf.Variable(2.0)
with tf.GradientTape() as tape:
    square = weight**2
    weight.assign_add(3.0)
gradient = tape.gradient(square, weight)
print("weight modified after use:", gradient.numpy())
