import keras
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = tf.constant(rng.normal(size=(5, 4)), dtype=tf.float32)
kernel = rng.normal(size=(4, 3)).astype("float32")
labels = tf.constant([0, 2, 1, 2, 0])

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
model.set_weights([kernel, np.zeros(3, "float32")])

with tf.GradientTape() as tape:
    losses = keras.losses.sparse_categorical_crossentropy(
        labels, model(x), from_logits=True
    )
kernel_gradients, bias_gradients = tape.jacobian(
    losses, model.trainable_variables
)

norms = tf.norm(tf.reshape(kernel_gradients, (5, -1)), axis=1)
print("kernel gradients:", kernel_gradients.shape)
print("norms:", norms.numpy().round(4))
