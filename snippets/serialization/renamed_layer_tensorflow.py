import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(5, 4)).astype("float32")


def build(first, second):
    return keras.Sequential(
        [
            keras.Input((4,)),
            layers.Dense(3, name=first),
            layers.Dense(2, name=second),
        ]
    )


model = build("hidden", "head")
for layer in model.layers:
    fan_in, fan_out = layer.kernel.shape
    layer.kernel.assign(rng.normal(size=(fan_in, fan_out)))
    layer.bias.assign(rng.normal(size=fan_out))
model.save_weights("model.weights.h5")

renamed = build("encoder", "head")
renamed.load_weights("model.weights.h5")
outputs = renamed(x)
difference = float(abs(outputs - model(x)).numpy().max())
print("saved: ", *(weight.path for weight in model.weights))
print("loaded:", *(weight.path for weight in renamed.weights))
print("difference:", difference)
