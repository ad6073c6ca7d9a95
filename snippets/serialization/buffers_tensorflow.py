import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(5, 3)).astype("float32")


class Shift(layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.offset = self.add_weight(
            shape=shape,
            initializer="zeros",
            trainable=False,
            name="offset",
        )
        self.cache = np.zeros(shape, dtype="float32")

    def call(self, x):
        return x + self.offset


def build():
    norm = layers.BatchNormalization(epsilon=1e-3)
    return keras.Sequential([keras.Input((3,)), norm, Shift()])


model = build()
norm, shift = model.layers
norm.moving_mean.assign(rng.normal(size=3))
norm.moving_variance.assign(rng.normal(size=3) ** 2)
shift.offset.assign(rng.normal(size=3))
shift.cache[:] = 7.0
model.save_weights("model.weights.h5")

loaded = build()
loaded.load_weights("model.weights.h5")
outputs = loaded(x, training=False)
offset, cache = loaded.layers[1].offset, loaded.layers[1].cache
entries = len(model.weights)
print("weights:", *(weight.name for weight in model.weights))
print("offset:", offset.numpy().round(4))
print("cache: ", cache)
