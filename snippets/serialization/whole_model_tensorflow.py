import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(5, 4)).astype("float32")


@keras.saving.register_keras_serializable(package="site")
class Scale(layers.Layer):
    def __init__(self, power, **kwargs):
        super().__init__(**kwargs)
        self.power = power

    def build(self, input_shape):
        self.scale = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", name="scale"
        )

    def call(self, x):
        return x * self.scale**self.power

    def get_config(self):
        return {**super().get_config(), "power": self.power}


hidden = layers.Dense(3, activation="tanh")
model = keras.Sequential([keras.Input((4,)), hidden, Scale(power=2)])
hidden.kernel.assign(rng.normal(size=(4, 3)))
hidden.bias.assign(rng.normal(size=3))
model.layers[1].scale.assign(rng.normal(size=3))

model.save("model.keras")

loaded = keras.saving.load_model("model.keras")
outputs = loaded(x)
difference = float(abs(outputs - model(x)).numpy().max())
print("power in the file:", loaded.layers[1].power)
print("difference after loading:", difference)
