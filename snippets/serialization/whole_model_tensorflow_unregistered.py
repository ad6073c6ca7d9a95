import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(5, 4)).astype("float32")


class Net(keras.Model):
    def __init__(self, units, power, **kwargs):
        super().__init__(**kwargs)
        self.units, self.power = units, power
        self.hidden = layers.Dense(units, activation="tanh")

    def build(self, input_shape):
        self.hidden.build(input_shape)
        self.scale = self.add_weight(
            shape=(self.units,), initializer="ones", name="scale"
        )

    def call(self, x):
        return self.hidden(x) * self.scale**self.power

    def get_config(self):
        arguments = {"units": self.units, "power": self.power}
        return {**super().get_config(), **arguments}


model = Net(units=3, power=2)
model(x)  # builds it
model.hidden.kernel.assign(rng.normal(size=(4, 3)))
model.hidden.bias.assign(rng.normal(size=3))
model.scale.assign(rng.normal(size=3))

model.save("model.keras")

loaded = keras.saving.load_model(
    "model.keras", custom_objects={"Net": Net}
)
outputs = loaded(x)
difference = float(abs(outputs - model(x)).numpy().max())
print("difference with custom_objects:", difference)

keras.saving.load_model("model.keras")
