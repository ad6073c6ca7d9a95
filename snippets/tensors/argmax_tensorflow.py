import tensorflow as tf

x = tf.constant([[3.0, 5.0, 5.0], [9.0, 2.0, 9.0]])

by_default = tf.argmax(x)
in_all = tf.argmax(tf.reshape(x, [-1]))
per_row = tf.argmax(x, axis=1)
per_column = by_default
largest_per_row = tf.reduce_max(x, axis=1)

print("argmax(x):", by_default.numpy().tolist())
print("argmax of all:", in_all.numpy().tolist())
print("argmax(axis=1):", per_row.numpy().tolist())
print("reduce_max(axis=1):", largest_per_row.numpy().tolist())
