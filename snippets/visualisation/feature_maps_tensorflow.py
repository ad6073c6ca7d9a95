import keras
import numpy as np
import tensorflow as tf
from keras import layers
from sklearn.datasets import load_digits

rng = np.random.default_rng(0)
kernel = rng.normal(0, 0.4, (3, 3, 1, 4)).astype("float32")
weight = rng.normal(0, 0.2, (4, 10)).astype("float32")
image = tf.constant(load_digits().images[3] / 16.0, tf.float32)

model = keras.Sequential(
    [
        keras.Input((8, 8, 1)),
        layers.Conv2D(4, 3),
        layers.ReLU(),
        layers.GlobalAveragePooling2D(),
        layers.Dense(10),
    ]
)
model.set_weights([kernel, np.zeros(4), weight, np.zeros(10)])

inspector = keras.Model(
    model.inputs[0], [model.layers[1].output, model.outputs[0]]
)
seen, scores = inspector(image[tf.newaxis, :, :, tf.newaxis])
scores = scores[0]
maps = tf.transpose(seen[0], (2, 0, 1))  # filters first
flat = tf.reshape(maps, (4, 36))
strongest = tf.argmax(flat, axis=1).numpy().tolist()

for row in maps[1]:
    print(*(f"{value:5.2f}" for value in row))
print("strongest position in each map:", *strongest)
