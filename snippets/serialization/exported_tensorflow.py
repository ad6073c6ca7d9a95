import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(5, 4)).astype("float32")


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(3, activation="tanh")
        self.head = layers.Dense(2)

    def call(self, x):
        return self.head(self.hidden(x))


model = Net()
model(x)  # the first call creates the weights
for layer in (model.hidden, model.head):
    fan_in, fan_out = layer.kernel.shape
    layer.kernel.assign(rng.normal(size=(fan_in, fan_out)))
    layer.bias.assign(rng.normal(size=fan_out))
expected = model(x)

model.export("model", verbose=False)
del Net, model

loaded = tf.saved_model.load("model")
outputs = [loaded.serve(x[:2]), loaded.serve(x)]
print("signatures:", *sorted(loaded.signatures))
print("shapes:", *(tuple(output.shape) for output in outputs))
print(outputs[0].numpy().round(4))

layer = keras.layers.TFSMLayer("model", call_endpoint="serve")
difference_of_layer = float(abs(layer(x) - expected).numpy().max())
print("as a layer, difference:", difference_of_layer)

keras.saving.load_model("model")
