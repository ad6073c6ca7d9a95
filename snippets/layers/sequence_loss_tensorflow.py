import numpy as np
import tensorflow as tf
from keras import losses

draw = np.random.default_rng(0).standard_normal
logits = tf.constant(draw((2, 4, 5), "float32"))
labels = tf.constant([[1, 4, 0, -100], [2, 2, -100, -100]])

takes_probabilities = losses.SparseCategoricalCrossentropy(
    ignore_class=-100
)
by_default = takes_probabilities(labels, logits)
from_probabilities = takes_probabilities(labels, tf.nn.softmax(logits))
cross_entropy = losses.SparseCategoricalCrossentropy(
    from_logits=True, ignore_class=-100
)
with tf.GradientTape() as tape:
    tape.watch(logits)
    loss = cross_entropy(labels, logits)
gradient = tape.gradient(loss, logits)

total = losses.SparseCategoricalCrossentropy(
    from_logits=True, ignore_class=-100, reduction="sum"
)(labels, logits)
smoothed = losses.CategoricalCrossentropy(
    from_logits=True, label_smoothing=0.1
)(tf.one_hot(labels[0, :3], 5), logits[0, :3])

print(f"by default: {float(by_default):.4f}")
print(f"mean of the five real steps: {float(loss):.4f}")
print(f"their sum: {float(total):.4f}")
print(f"smoothed labels, three steps: {float(smoothed):.4f}")
print("gradient of a padded step:", gradient[0, 3].numpy())

losses.SparseCategoricalCrossentropy(from_logits=True)(labels, logits)
