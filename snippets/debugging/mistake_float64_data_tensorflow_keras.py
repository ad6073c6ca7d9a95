import keras
import numpy as np

data = np.random.default_rng(0).normal(size=(5, 4))
layer = keras.layers.Dense(1, kernel_initializer="ones")

output = layer(data)
print(output.dtype)
