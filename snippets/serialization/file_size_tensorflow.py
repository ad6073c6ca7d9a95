import os

import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
start = rng.normal(size=(512, 512)).astype("float32")


def bytes_each(dtype, path):
    layer = layers.Dense(512, use_bias=False, dtype=dtype)
    model = keras.Sequential([keras.Input((512,)), layer])
    layer.kernel.assign(start)
    model.save_weights(path)
    return os.path.getsize(path) / start.size


float32 = bytes_each("float32", "float32.weights.h5")
float16 = bytes_each("float16", "float16.weights.h5")
print(f"float32: {float32:.1f} bytes for each number")
print(f"float16: {float16:.1f}")

row = tf.constant(start)[:1]
tf.io.write_file("row", tf.io.serialize_tensor(row))
slice_alone = os.path.getsize("row") / start.shape[1]
row = tf.io.parse_tensor(tf.io.read_file("row"), tf.float32)
print("one row: less than 10 bytes:", slice_alone < 10)
