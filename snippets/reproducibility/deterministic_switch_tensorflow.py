import tensorflow as tf

tf.config.experimental.enable_op_determinism()

index = tf.constant([[1], [3], [1]])
values = tf.constant([0.5, 2.0, -3.0])
summed = tf.tensor_scatter_nd_add(tf.zeros(4), index, values)
print("summed by index:", summed.numpy())

drawn = len(tf.random.uniform((3,), seed=1))
print("numbers drawn with a seed:", drawn)

tf.random.uniform((3,))
