import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(5, 4)).astype("float32")


def build(classes):
    half = keras.initializers.Constant(0.5)
    return keras.Sequential(
        [
            keras.Input((4,)),
            layers.Dense(3, name="hidden"),
            layers.Dense(classes, kernel_initializer=half, name="head"),
        ]
    )


model = build(classes=2)
hidden = model.get_layer("hidden")
hidden.kernel.assign(rng.normal(size=(4, 3)))
hidden.bias.assign(rng.normal(size=3))
model.save_weights("model.weights.h5")

larger = build(classes=4)
larger.load_weights("model.weights.h5", skip_mismatch=True)
outputs = larger(x)
print(outputs[0].numpy().round(4))

larger.load_weights("model.weights.h5")
