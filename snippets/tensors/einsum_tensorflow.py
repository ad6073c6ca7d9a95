import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x, weight, y, blocks, targets = (
    tf.constant(rng.normal(size=shape))
    for shape in [(2, 3), (3, 4), (2, 4), (2, 3, 3), (2,)]
)

with tf.GradientTape() as tape:
    tape.watch([x, weight, y])
    scores = tf.einsum("bi,ij,bj->b", x, weight, y)
    loss = tf.reduce_sum(tf.square(scores - targets))
gradients = tape.gradient(loss, [x, weight, y])

batched = tf.einsum("...ik,kj->...ij", blocks, weight)
# a repeated letter takes the diagonal
diagonal_sums = tf.einsum("bii->b", blocks)
print("scores:", scores.numpy().round(4))
print("gradients:", *(tuple(g.shape) for g in gradients))
print("batched:", tuple(batched.shape))
print("traces:", diagonal_sums.numpy().round(4))
