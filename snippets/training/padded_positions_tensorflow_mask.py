import keras
import numpy as np
import tensorflow as tf
from keras import layers

tokens = tf.constant([[3, 1, 4, 2], [5, 2, 0, 0], [6, 0, 0, 0]])
tags = tf.constant([[0, 2, 1, 3], [3, 1, 0, 0], [2, 0, 0, 0]])
rng = np.random.default_rng(0)

model = keras.Sequential(
    [
        keras.Input((4,), dtype="int32"),
        layers.Embedding(7, 5, mask_zero=True),
        layers.Dense(4, use_bias=False),
    ]
)
model.set_weights([rng.normal(size=(7, 5)), rng.normal(size=(5, 4))])
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
with tf.GradientTape() as tape:
    loss = loss_fn(tags, model(tokens))  # the output carries the mask
gradients = tape.gradient(loss, model.trainable_variables)
gradients = [tf.convert_to_tensor(gradient) for gradient in gradients]
print(f"7 tags of 12: {loss:.4f}")
