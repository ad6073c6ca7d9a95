import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
logits = tf.constant(rng.normal(size=(4, 3)), dtype=tf.float32)
labels = tf.constant([0.0, 2.0, 1.0, 2.0])
loss_function = tf.nn.sparse_softmax_cross_entropy_with_logits

loss = tf.reduce_mean(loss_function(tf.cast(labels, "int64"), logits))
print(f"integer labels: {loss:.4f}")

loss_function(labels, logits)
