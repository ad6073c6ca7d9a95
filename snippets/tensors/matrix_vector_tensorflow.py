import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
batch, matrix, vector, left = (
    tf.constant(rng.normal(size=shape))
    for shape in [(2, 3, 4), (3, 4), (4,), (3,)]
)

with tf.GradientTape() as tape:
    tape.watch([matrix, vector])
    product = tf.linalg.matvec(matrix, vector)
    batched = tf.linalg.matvec(batch, vector)
    from_the_left = tf.linalg.matvec(matrix, left, transpose_a=True)
    inner = tf.tensordot(vector, vector, axes=1)
    loss = tf.reduce_sum(product**3) + tf.reduce_sum(batched**2)
    loss += tf.reduce_sum(from_the_left**2) + 2 * inner
gradients = tape.gradient(loss, [matrix, vector])
print("matvec(matrix, vector):", tuple(product.shape))
print("matvec(batch, vector):", tuple(batched.shape))
print("transpose_a=True:", tuple(from_the_left.shape))
print(f"tensordot: {inner:.4f}")

matrix @ vector
