import keras
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
logits = tf.Variable(rng.normal(size=(6, 4)), dtype=tf.float32)
labels = tf.constant([0, 3, 1, 2, 2, 0])

loss_fn = keras.losses.CategoricalCrossentropy(
    from_logits=True, label_smoothing=0.1
)
with tf.GradientTape() as tape:
    loss = loss_fn(tf.one_hot(labels, 4), logits)
gradient = tape.gradient(loss, logits)

scores = tf.Variable(rng.normal(size=6), dtype=tf.float32)
targets = tf.constant([0.0, 1.0, 1.0, 0.0, 1.0, 0.0])

binary_loss_fn = keras.losses.BinaryCrossentropy(
    from_logits=True, label_smoothing=0.1
)
with tf.GradientTape() as tape:
    binary_loss = binary_loss_fn(targets, scores)
binary_gradient = tape.gradient(binary_loss, scores)

print(f"four classes: {loss:.4f}, binary: {binary_loss:.4f}")
print("first gradient:", gradient[0].numpy().round(4))
