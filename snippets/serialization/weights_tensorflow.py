import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(5, 4)).astype("float32")


def build(*inputs):
    hidden = layers.Dense(3, activation="tanh")
    return keras.Sequential([*inputs, hidden, layers.Dense(2)])


keras.utils.set_random_seed(0)
model, new_model = build(keras.Input((4,))), build(keras.Input((4,)))
for layer in model.layers:
    fan_in, fan_out = layer.kernel.shape
    layer.kernel.assign(rng.normal(size=(fan_in, fan_out)))
    layer.bias.assign(rng.normal(size=fan_out))

model.save_weights("model.weights.h5")

difference_before = float(abs(new_model(x) - model(x)).numpy().max())
new_model.load_weights("model.weights.h5")
outputs = new_model(x)
difference = float(abs(outputs - model(x)).numpy().max())

loaded_kernels = [layer.kernel for layer in new_model.layers]
for weight in new_model.weights:
    print(weight.name, tuple(weight.shape))
print(f"difference before loading: {difference_before:.2f}")
print("difference after loading:", difference)

without_input_shape = build()
without_input_shape.load_weights("model.weights.h5")
