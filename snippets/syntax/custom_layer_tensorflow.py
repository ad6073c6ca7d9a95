import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops
from sklearn.datasets import load_iris

x, y = load_iris(return_X_y=True)
x = x.astype("float32")


class ScaledDense(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(
            shape=shape, initializer="glorot_uniform", name="kernel"
        )
        self.scale = self.add_weight(
            shape=(self.units,), initializer="ones", name="scale"
        )

    def call(self, x):
        return ops.matmul(x, self.kernel) * self.scale


layer = ScaledDense(units=3)
layer(x)  # the first call runs build
weights_found = len(layer.trainable_weights)

rng = np.random.default_rng(0)
layer.kernel.assign(rng.normal(size=(4, 3)))
layer.scale.assign(rng.normal(size=3))

loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
with tf.GradientTape() as tape:
    outputs = layer(x)
    loss = loss_fn(y, outputs)
weights = {"kernel": layer.kernel, "scale": layer.scale}
gradients = tape.gradient(loss, weights)
print(f"{weights_found} weights, loss {float(loss):.4f}")
print("scale gradient", gradients["scale"].numpy().round(4))
