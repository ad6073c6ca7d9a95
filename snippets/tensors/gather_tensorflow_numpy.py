import tensorflow as tf

tf.experimental.numpy.experimental_enable_numpy_behavior()

x = tf.reshape(tf.range(12.0), (3, 4))

with tf.GradientTape() as tape:
    tape.watch(x)
    rows = x[[2, 0, 2]]
    columns = x[:, [3, 1]]
    elements = x[[0, 2, 2], [1, 3, 3]]
    positions = [[2], [0], [3]]
    one_per_row = tf.gather(x, positions, axis=1, batch_dims=1)
    last_row = x[[-1]]
    loss = tf.reduce_sum(rows**2) + 3 * tf.reduce_sum(columns)
    loss += 5 * tf.reduce_sum(elements)
    loss += 7 * tf.reduce_sum(one_per_row**2)
gradient = tf.convert_to_tensor(tape.gradient(loss, x))
print("elements:", elements.numpy().tolist())
print("one per row:", one_per_row.numpy().ravel().tolist())
print("gradient:", gradient.numpy().tolist())

by_list = x[[2, 0]]
print("x[[2, 0]]:", by_list.numpy().tolist())
