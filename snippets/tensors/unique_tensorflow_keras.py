import tensorflow as tf
from keras import ops

x = tf.constant([30, 10, 30, 20, 10, 30], dtype=tf.int64)

values, positions, counts = ops.unique(
    x, return_inverse=True, return_counts=True
)
rebuilt = ops.take(values, positions)

print("unique:", values.numpy().tolist())
print("counts:", counts.numpy().tolist())
print("position of each element:", positions.numpy().tolist())
