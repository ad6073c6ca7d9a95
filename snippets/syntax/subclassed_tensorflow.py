import keras
import numpy as np
import tensorflow as tf
from keras import layers
from sklearn.datasets import load_iris

x, y = load_iris(return_X_y=True)
x = x.astype("float32")


class Refiner(keras.Model):
    def __init__(self, width, classes):
        super().__init__()
        self.enter = layers.Dense(width, activation="tanh")
        self.refine = layers.Dense(width, activation="tanh")
        self.leave = layers.Dense(classes)

    def call(self, x, depth=1):
        hidden = self.enter(x)
        for _ in range(depth):
            hidden = hidden + self.refine(hidden)
        return self.leave(hidden)


model = Refiner(width=8, classes=3)
weights_before_first_call = len(model.weights)
model(x)
rng = np.random.default_rng(0)
model.set_weights([rng.normal(0, 0.3, w.shape) for w in model.weights])

shallow_outputs = model(x)
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
with tf.GradientTape() as tape:
    deep_outputs = model(x, depth=3)
    loss = loss_fn(y, deep_outputs)
gradients = tape.gradient(loss, model.trainable_variables)
print(weights_before_first_call, "weights before the first call")
print(f"loss at depth 3 {float(loss):.4f}")
