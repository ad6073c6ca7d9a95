import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(5, 4)).astype("float32")


def build():
    return keras.Sequential(
        [
            keras.Input((4,)),
            layers.Dense(3, activation="tanh"),
            layers.Dense(2),
        ]
    )


keras.utils.set_random_seed(0)
model, new_model = build(), build()
for layer in model.layers:
    fan_in, fan_out = layer.kernel.shape
    layer.kernel.assign(rng.normal(size=(fan_in, fan_out)))
    layer.bias.assign(rng.normal(size=fan_out))

path = tf.train.Checkpoint(model=model).write("weights")

difference_before = float(abs(new_model(x) - model(x)).numpy().max())
tf.train.Checkpoint(model=new_model).read(path).assert_consumed()
outputs = new_model(x)
difference = float(abs(outputs - model(x)).numpy().max())

loaded_kernels = [layer.kernel for layer in new_model.layers]
print(f"difference before loading: {difference_before:.2f}")
print("difference after loading:", difference)
