import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(5, 4)).astype("float32")

model = keras.Sequential([keras.Input((4,)), layers.Dense(2)])
model.layers[0].kernel.assign(rng.normal(size=(4, 2)))
model.layers[0].bias.assign(rng.normal(size=2))

signature = [keras.InputSpec(shape=(3, 4), dtype="float32")]
model.export("model", input_signature=signature, verbose=False)

loaded = tf.saved_model.load("model")
outputs = loaded.serve(x[:3])
print(outputs.numpy().round(4))

loaded.serve(x)
