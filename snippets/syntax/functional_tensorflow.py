import keras
import numpy as np
import tensorflow as tf
from keras import layers
from sklearn.datasets import load_wine

x, y = load_wine(return_X_y=True)
x = ((x - x.mean(0)) / x.std(0)).astype("float32")
chemistry, colour = x[:, :9], x[:, 9:12]

chemistry_input = keras.Input((9,), name="chemistry")
colour_input = keras.Input((3,), name="colour")
hidden = layers.Dense(16, activation="relu")(chemistry_input)
block = layers.Dense(16, activation="relu")(hidden)
hidden = layers.Add()([hidden, block])
joined = layers.Concatenate()([hidden, colour_input])
logits = layers.Dense(3)(joined)
model = keras.Model([chemistry_input, colour_input], logits)

rng = np.random.default_rng(0)
model.set_weights([rng.normal(0, 0.3, w.shape) for w in model.weights])

loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
with tf.GradientTape() as tape:
    outputs = model([chemistry, colour])
    loss = loss_fn(y, outputs)
gradients = tape.gradient(loss, model.trainable_variables)
print(f"loss {float(loss):.4f}")
print("output bias gradient", gradients[-1].numpy().round(4))
