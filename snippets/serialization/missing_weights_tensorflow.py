import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(5, 4)).astype("float32")


def build(*units):
    model = keras.Sequential([keras.Input((4,))])
    for size in units:
        model.add(layers.Dense(size))
    return model


model = build(3, 2)
for layer in model.layers:
    fan_in, fan_out = layer.kernel.shape
    layer.kernel.assign(rng.normal(size=(fan_in, fan_out)))
    layer.bias.assign(rng.normal(size=fan_out))
model.save_weights("model.weights.h5")

smaller = build(3)
try:
    smaller.load_weights("model.weights.h5")
    smaller_refused = False
except ValueError:
    smaller_refused = True
print("smaller model refused:", smaller_refused)

larger = build(3, 2, 2)
larger.layers[-1].kernel.assign([[0.5, 0.5], [0.5, 0.5]])
larger.load_weights("model.weights.h5", skip_mismatch=True)

outputs_smaller, outputs_larger = smaller(x), larger(x)
print("larger model:", outputs_larger[0].numpy().round(4))

larger.load_weights("model.weights.h5")
