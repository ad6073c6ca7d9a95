import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(5, 4)).astype("float32")

model = keras.Sequential(
    [keras.Input((4,)), layers.Dense(2, activation="tanh")]
)
model.layers[0].kernel.assign(rng.normal(size=(4, 2)))
model.layers[0].bias.assign(rng.normal(size=2))

model.save("model.h5")

loaded = keras.saving.load_model("model.h5", compile=False)
outputs = loaded(x)
print(outputs.numpy().round(4))
