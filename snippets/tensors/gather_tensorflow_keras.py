import tensorflow as tf
from keras import ops

x = tf.reshape(tf.range(12.0), (3, 4))

with tf.GradientTape() as tape:
    tape.watch(x)
    rows = ops.take(x, [2, 0, 2], axis=0)
    columns = ops.take(x, [3, 1], axis=1)
    elements = ops.take(x, [1, 11, 11])
    positions = [[2], [0], [3]]
    one_per_row = ops.take_along_axis(x, positions, axis=1)
    last_row = ops.take(x, [-1], axis=0)
    loss = ops.sum(rows**2) + 3 * ops.sum(columns)
    loss += 5 * ops.sum(elements) + 7 * ops.sum(one_per_row**2)
gradient = tf.convert_to_tensor(tape.gradient(loss, x))
print("elements:", elements.numpy().tolist())
print("one per row:", one_per_row.numpy().ravel().tolist())
print("gradient:", gradient.numpy().tolist())
print("last row:", last_row.numpy().tolist())
