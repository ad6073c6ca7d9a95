import numpy as np
import tensorflow as tf
from keras import ops

rng = np.random.default_rng(0)
batch, matrix, vector, left = (
    tf.constant(rng.normal(size=shape))
    for shape in [(2, 3, 4), (3, 4), (4,), (3,)]
)

with tf.GradientTape() as tape:
    tape.watch([matrix, vector])
    product = ops.matmul(matrix, vector)
    batched = ops.matmul(batch, vector)
    from_the_left = ops.matmul(left, matrix)
    inner = ops.matmul(vector, vector)
    loss = ops.sum(product**3) + ops.sum(batched**2)
    loss += ops.sum(from_the_left**2) + 2 * inner
gradients = tape.gradient(loss, [matrix, vector])
print("matmul(matrix, vector):", tuple(product.shape))
print("matmul(batch, vector):", tuple(batched.shape))
print("matmul(vector, matrix):", tuple(from_the_left.shape))
print(f"matmul(vector, vector): {inner:.4f}")
