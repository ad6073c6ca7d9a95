import keras
import numpy as np
import tensorflow as tf
from keras import layers
from sklearn.datasets import load_iris

x, y = load_iris(return_X_y=True)
x = x.astype("float32")

model = keras.Sequential(
    [
        keras.Input((4,)),
        layers.Dense(8, activation="tanh"),
        layers.Dense(8, activation="tanh"),
        layers.Dense(3),
    ]
)
rng = np.random.default_rng(0)
model.set_weights([rng.normal(0, 0.5, w.shape) for w in model.weights])

loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
with tf.GradientTape() as tape:
    outputs = model(x)
    loss = loss_fn(y, outputs)
gradients = tape.gradient(loss, model.trainable_variables)
print(f"loss {float(loss):.4f}")
print("output bias gradient", gradients[-1].numpy().round(4))
