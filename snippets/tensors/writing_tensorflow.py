import tensorflow as tf

source = tf.reshape(tf.range(12.0), (3, 4))
values = tf.constant([-1.0, -2.0, -3.0])
row = tf.fill((1, 4), 0.5)

with tf.GradientTape() as tape:
    tape.watch([source, values])
    x = tf.tensor_scatter_nd_update(source, [[1]], row)
    x = tf.where(tf.range(4) == 2, values[:, None], x)
    written = tf.where(x > 8, 8.0, x)
    loss = tf.reduce_sum(tf.square(written))
gradients = tape.gradient(loss, [source, values])
print("written:", *written.numpy().tolist(), sep="\n")
print("gradient of the column:", gradients[1].numpy().tolist())

weights = tf.Variable(source)
weights[1].assign(row[0])
weights[:, 2].assign(values)
weights.assign(tf.where(weights > 8, 8.0, weights))
weights.assign_add(tf.ones((3, 4)))
trainable = tf.convert_to_tensor(weights)
print("variable + 1:", *trainable.numpy().tolist(), sep="\n")

weights += 1
