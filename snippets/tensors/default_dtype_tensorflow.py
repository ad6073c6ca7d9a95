import keras
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
start, x = rng.normal(size=(3, 2)), rng.normal(size=(4, 3))

keras.config.set_floatx("float64")
layer = keras.layers.Dense(2, use_bias=False)
layer.build((None, 3))
layer.set_weights([start])

with tf.GradientTape() as tape:
    outputs = layer(x)
    loss = tf.reduce_sum(tf.square(outputs))
(gradient,) = tape.gradient(loss, layer.trainable_variables)
thirds = keras.ops.ones(2) / 3
from_python = tf.constant([0.1, 0.2])
bytes_from_python = from_python.dtype.size

print("layer:", outputs.dtype.name)
print("keras.ops.ones:", thirds.dtype.name)
print("from Python floats:", from_python.dtype.name)

keras.config.set_floatx("float32")
later = keras.layers.Dense(1)(outputs)
bytes_of_later_layer = later.dtype.size
print("layer after setting it back:", later.dtype.name)

keras.config.set_dtype_policy("float32")
by_policy = keras.layers.Dense(1)(outputs)
bytes_by_policy = by_policy.dtype.size
print("after set_dtype_policy:", by_policy.dtype.name)
