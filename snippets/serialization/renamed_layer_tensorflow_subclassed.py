import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(5, 4)).astype("float32")


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(3)
        self.head = layers.Dense(2)

    def call(self, x):
        return self.head(self.hidden(x))


class RenamedNet(keras.Model):
    def __init__(self):
        super().__init__()
        self.encoder = layers.Dense(3)
        self.head = layers.Dense(2)

    def call(self, x):
        return self.head(self.encoder(x))


model, renamed = Net(), RenamedNet()
model(x), renamed(x)  # the first call creates the weights
for layer in (model.hidden, model.head):
    fan_in, fan_out = layer.kernel.shape
    layer.kernel.assign(rng.normal(size=(fan_in, fan_out)))
    layer.bias.assign(rng.normal(size=fan_out))
model.save_weights("model.weights.h5")

renamed.set_weights(model.get_weights())
outputs = renamed(x)
difference = float(abs(outputs - model(x)).numpy().max())
print("difference after set_weights:", difference)

renamed.load_weights("model.weights.h5")
