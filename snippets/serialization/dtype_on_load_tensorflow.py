import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(5, 4)).astype("float32")
start = rng.normal(size=(4, 3)).astype("float32")
bias = rng.normal(size=3).astype("float32")


def build(dtype):
    return keras.Sequential(
        [keras.Input((4,)), layers.Dense(3, dtype=dtype)]
    )


half = build("float16")
half.set_weights([start, bias])
half.save_weights("half.weights.h5")

model = build("float32")
model.load_weights("half.weights.h5")
kernel = model.layers[0].kernel.numpy()
outputs = model(x)
rounding = float(abs(kernel - start).max())
bytes_of_a_weight = kernel.itemsize
print("saved: ", half.layers[0].kernel.dtype)
print("loaded:", model.layers[0].kernel.dtype)
print(f"largest rounding error: {rounding:.5f}")
