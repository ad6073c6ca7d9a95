import keras
import numpy as np
import tensorflow as tf

x, w1, w2 = np.random.default_rng(0).normal(size=(3, 4, 4))

model = keras.Sequential(
    [
        keras.Input((4,)),
        keras.layers.Dense(4, use_bias=False, name="hidden"),
        keras.layers.Activation(keras.ops.log, name="log"),
        keras.layers.Dense(4, use_bias=False, name="output"),
    ]
)
model.set_weights([w1, w2])

finite = {}
h = tf.constant(x, dtype=tf.float32)
for layer in model.layers:
    h = layer(h)
    finite[layer.name] = bool(tf.reduce_all(tf.math.is_finite(h)))
    print(layer.name, finite[layer.name])
    tf.debugging.check_numerics(h, layer.name)
