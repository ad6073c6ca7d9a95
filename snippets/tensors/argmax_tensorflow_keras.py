import tensorflow as tf
from keras import ops

x = tf.constant([[3.0, 5.0, 5.0], [9.0, 2.0, 9.0]])

in_all = ops.argmax(x)
per_row = ops.argmax(x, axis=1)
largest_per_row = ops.max(x, axis=1)

print("argmax(x):", in_all.numpy().tolist())
print("argmax(axis=1):", per_row.numpy().tolist())
print("max(axis=1):", largest_per_row.numpy().tolist())
