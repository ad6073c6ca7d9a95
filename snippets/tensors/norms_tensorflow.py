import tensorflow as tf

x = tf.constant([[1.0, -2.0, 3.0], [4.0, 1.5, -1.0]])
both = (-2, -1)

with tf.GradientTape() as tape:
    tape.watch(x)
    by_default = tf.norm(x)
    spectral = tf.norm(x, ord=2, axis=both)
    of_rows = tf.norm(x, axis=1)
    loss = spectral**2 + tf.reduce_sum(of_rows**3) + by_default
gradient = tape.gradient(loss, x)

order_two, order_one = tf.norm(x, ord=2), tf.norm(x, ord=1)
matrix_norms = [spectral, tf.norm(x, ord=1, axis=both)]
vector_norms = [order_two, order_one]
print(f"default: {by_default:.4f}")
print(f"ord=2: {order_two:.4f}")
print(f"ord=1: {order_one:.4f}")
print("of the rows:", of_rows.numpy().round(4))
