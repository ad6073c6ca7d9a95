import keras
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = tf.constant(rng.normal(size=(5, 4)), dtype=tf.float32)
kernel = rng.normal(size=(4, 3)).astype("float32")
labels = tf.constant([0, 2, 1, 2, 0])

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
model.set_weights([kernel, np.zeros(3, "float32")])


def gradients_of(sample_and_label):
    sample, label = sample_and_label
    with tf.GradientTape() as tape:
        loss = keras.losses.sparse_categorical_crossentropy(
            label, model(sample[None])[0], from_logits=True
        )
    return tape.gradient(loss, model.trainable_variables)


kernel_gradients, bias_gradients = tf.vectorized_map(
    gradients_of, (x, labels)
)

norms = tf.norm(tf.reshape(kernel_gradients, (5, -1)), axis=1)
print("kernel gradients:", kernel_gradients.shape)
print("norms:", norms.numpy().round(4))
