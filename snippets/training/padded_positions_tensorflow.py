import numpy as np
import tensorflow as tf
from keras.losses import SparseCategoricalCrossentropy

tokens = tf.constant([[3, 1, 4, 2], [5, 2, 0, 0], [6, 0, 0, 0]])
tags = tf.constant(
    [[0, 2, 1, 3], [3, 1, -100, -100], [2, -100, -100, -100]]
)
rng = np.random.default_rng(0)
table = tf.Variable(rng.normal(size=(7, 5)), dtype=tf.float32)
kernel = tf.Variable(rng.normal(size=(5, 4)), dtype=tf.float32)

loss_fn = SparseCategoricalCrossentropy(
    from_logits=True, ignore_class=-100
)
with tf.GradientTape() as tape:
    logits = tf.matmul(tf.gather(table, tokens), kernel)
    loss = loss_fn(tags, logits)
table_gradient, kernel_gradient = tape.gradient(loss, [table, kernel])
gradients = [tf.convert_to_tensor(table_gradient), kernel_gradient]

plain = SparseCategoricalCrossentropy(from_logits=True)
counted = SparseCategoricalCrossentropy(
    from_logits=True, reduction="mean_with_sample_weight"
)
zero_tags = tf.maximum(tags, 0)
weights = tf.cast(tokens != 0, tf.float32)
loss_with_padding = plain(zero_tags, logits)
loss_by_zero_weights = plain(zero_tags, logits, sample_weight=weights)
loss_by_counted_weights = counted(
    zero_tags, logits, sample_weight=weights
)
print(f"7 tags of 12: {loss:.4f}")
print(f"with padding: {loss_with_padding:.4f}")
print(f"zero weights: {loss_by_zero_weights:.4f}")
print(f"mean_with_sample_weight: {loss_by_counted_weights:.4f}")
