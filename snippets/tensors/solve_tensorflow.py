import tensorflow as tf

a = tf.constant(
    [[4.0, 1.0, -2.0], [1.0, 3.0, 0.5], [-1.0, 2.0, 5.0]],
    dtype=tf.float64,
)
b = tf.constant([1.0, -2.0, 3.0], dtype=tf.float64)

with tf.GradientTape() as tape:
    tape.watch([a, b])
    column = tf.linalg.solve(a, b[:, None])
    solution = tf.squeeze(column, axis=1)
    log_determinant = tf.linalg.slogdet(a).log_abs_determinant
    loss = tf.reduce_sum(solution**3) + log_determinant
gradients = tape.gradient(loss, [a, b])
print("solution:", solution.numpy().round(4))
print(f"log |det|: {log_determinant:.4f}")
print("gradient of b:", gradients[1].numpy().round(4))

tf.linalg.solve(a, b)
