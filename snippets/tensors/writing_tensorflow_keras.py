import tensorflow as tf
from keras import ops

source = tf.reshape(tf.range(12.0), (3, 4))
values = tf.constant([-1.0, -2.0, -3.0])
row = ops.full((1, 4), 0.5)

with tf.GradientTape(persistent=True) as tape:
    tape.watch([source, values])
    x = ops.scatter_update(source, [[1]], row)
    x = ops.where(ops.arange(4) == 2, values[:, None], x)
    written = ops.where(x > 8, 8.0, x)
    loss = ops.sum(ops.square(written))
    column_written = ops.slice_update(source, (0, 2), values[:, None])
gradients = tape.gradient(loss, [source, values])
print("written:", *written.numpy().tolist(), sep="\n")
print("gradient of the column:", gradients[1].numpy().tolist())
print("slice_update:", *column_written.numpy().tolist(), sep="\n")

tape.gradient(column_written, values)
