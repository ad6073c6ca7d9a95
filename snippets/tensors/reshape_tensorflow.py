import tensorflow as tf

x = tf.reshape(tf.range(24.0), (2, 3, 4))

flattened = tf.reshape(x, (2, -1))
reshaped = tf.reshape(x, (3, 2, 4))
permuted = tf.transpose(x, perm=(1, 0, 2))
reversed_axes = tf.transpose(x)
last_two = tf.linalg.matrix_transpose(x)
exchanged_then_flattened = tf.reshape(last_two, (2, 12))

print("reshape to (3, 2, 4):", reshaped[0].numpy().tolist())
print("transpose by (1, 0, 2):", permuted[0].numpy().tolist())
print("transpose without perm:", tuple(reversed_axes.shape))
print("matrix_transpose:", tuple(last_two.shape))
