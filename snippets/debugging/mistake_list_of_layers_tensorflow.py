import keras
import numpy as np


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = [
            keras.layers.Dense(4, activation="relu"),
            keras.layers.Dense(4, activation="relu"),
        ]
        self.output_layer = keras.layers.Dense(1)

    def call(self, x):
        for layer in self.hidden:
            x = layer(x)
        return self.output_layer(x)


model = Net()
model(np.ones((1, 4), dtype="float32"))
parameters = model.count_params()
print(f"{parameters} parameters")
