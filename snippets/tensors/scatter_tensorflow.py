import tensorflow as tf

x = tf.constant([1.0, 2.0, 3.0, 4.0])
values = tf.constant([10.0, 20.0, 30.0])
index = tf.constant([[1], [1], [3]])

with tf.GradientTape() as tape:
    tape.watch([x, values])
    added = tf.tensor_scatter_nd_add(x, index, values)
    written = tf.tensor_scatter_nd_update(x, index[1:], values[1:])
    loss = tf.reduce_sum(tf.square(added))
    loss += 3 * tf.reduce_sum(tf.square(written))
gradients = tape.gradient(loss, [x, values])
print("added:", added.numpy().tolist())
print("written:", written.numpy().tolist())
print("gradients:", *(g.numpy().tolist() for g in gradients))

counted = tf.Variable(tf.zeros(4))
counted.scatter_nd_add(index, tf.ones(3))
accumulated = tf.tensor_scatter_nd_add(tf.zeros(4), index, tf.ones(3))
print("variable, scatter_nd_add:", counted.numpy().tolist())
print("tensor_scatter_nd_add:", accumulated.numpy().tolist())
