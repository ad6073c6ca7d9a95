import numpy as np
import tensorflow as tf
from keras.losses import SparseCategoricalCrossentropy

rng = np.random.default_rng(0)
x = tf.constant(rng.normal(size=(10, 4)), dtype=tf.float32)
y = tf.constant([0, 1, 1, 2, 1, 0, 1, 2, 1, 1])
start = tf.constant(rng.normal(size=(4, 3)), dtype=tf.float32)
class_weights = tf.constant([0.5, 2.0, 1.0])


def loss_and_gradient(loss_fn):
    kernel = tf.Variable(start)
    with tf.GradientTape() as tape:
        sample_weight = tf.gather(class_weights, y)
        loss = loss_fn(y, x @ kernel, sample_weight=sample_weight)
    return {"loss": loss, "gradient": tape.gradient(loss, kernel)}


as_it_is = divided_by_count = loss_and_gradient(
    SparseCategoricalCrossentropy(from_logits=True)
)
divided_by_weights = loss_and_gradient(
    SparseCategoricalCrossentropy(
        from_logits=True, reduction="mean_with_sample_weight"
    )
)
print(f"as it is:            {float(as_it_is['loss']):.4f}")
print(f"divided by weights:  {float(divided_by_weights['loss']):.4f}")
