import numpy as np
import tensorflow as tf

tf.experimental.numpy.experimental_enable_numpy_behavior()

rng = np.random.default_rng(0)
batch, matrix, vector, left = (
    tf.constant(rng.normal(size=shape))
    for shape in [(2, 3, 4), (3, 4), (4,), (3,)]
)

with tf.GradientTape() as tape:
    tape.watch([matrix, vector])
    product = matrix @ vector
    batched = batch @ vector
    from_the_left = left @ matrix
    inner = vector @ vector
    loss = tf.reduce_sum(product**3) + tf.reduce_sum(batched**2)
    loss += tf.reduce_sum(from_the_left**2) + 2 * inner
gradients = tape.gradient(loss, [matrix, vector])
print("matrix @ vector:", tuple(product.shape))
print("batch @ vector:", tuple(batched.shape))
print("vector @ matrix:", tuple(from_the_left.shape))
print(f"vector @ vector: {inner:.4f}")
