import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = tf.constant(rng.normal(size=(2, 3, 4)))

with tf.GradientTape() as tape:
    tape.watch(x)
    totals = tf.reduce_sum(x, axis=(0, 2))
    means = tf.reduce_mean(x, axis=1, keepdims=True)
    products = tf.reduce_prod(x, axis=(0, 2))
    largest = tf.reduce_max(x, axis=(0, 2))
    log_sums = tf.reduce_logsumexp(x, axis=0)
    loss = tf.reduce_sum(totals**2) + tf.reduce_sum(means**3)
    loss += tf.reduce_sum(products) + tf.reduce_sum(largest**2)
    loss += 2 * tf.reduce_sum(log_sums)
gradient = tape.gradient(loss, x)
any_above = tf.reduce_any(x > 1, axis=2)
all_above = tf.reduce_all(x > -1, axis=(1, 2))
print("sum over 0 and 2:", totals.numpy().round(4))
print("mean over 1, axis kept:", tuple(means.shape))
print("max over 0 and 2:", largest.numpy().round(4))
print("all above -1:", all_above.numpy().tolist())
