import numpy as np
import tensorflow as tf

a = tf.constant(np.random.default_rng(0).normal(size=(4, 3)))

singular_values, u, v = tf.linalg.svd(a)
left_shape = list(u.shape)
rebuilt = u @ tf.linalg.diag(singular_values) @ tf.transpose(v)
# a vector and its negative are equally good
right_vectors = tf.abs(tf.transpose(v))

weights = tf.constant([1.0, -2.0, 3.0], dtype=tf.float64)
with tf.GradientTape() as tape:
    tape.watch(a)
    values = tf.linalg.svd(a, compute_uv=False)
    loss = tf.reduce_sum(values * weights)
gradient = tape.gradient(loss, a)
print("singular values:", singular_values.numpy().round(4))
print("shape of u:", left_shape)
close = np.allclose(rebuilt, a)
print("u @ s @ transpose(v) is a:", close)
