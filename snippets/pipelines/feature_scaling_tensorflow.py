import tempfile

import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
rows = rng.normal(size=(13, 4)) * [2, 9, 0.1, 0] + [3, -20, 0.5, 4]
rows[-1, 3] = 4.5  # in training, this column is always 4
rows = rows.astype("float32")
training, later = rows[:10], rows[10:]
weight = rng.normal(size=(2, 4))

scaling = layers.Normalization()
scaling.adapt(training)
dense = layers.Dense(2, use_bias=False)
model = keras.Sequential([keras.Input((4,)), scaling, dense])
dense.set_weights([weight.T])
mean, variance, _ = scaling.get_weights()
statistics = [mean, variance]
scaled = scaling(later)[:, :3]
constant_column = scaling(later)[:, 3]
by_hand = later - tf.reduce_mean(training, axis=0)
by_hand /= tf.math.reduce_std(training, axis=0)
by_hand = by_hand[:, :3]

of_batches = layers.Normalization()
of_batches.adapt(tf.data.Dataset.from_tensor_slices(training).batch(4))
statistics_of_batches = of_batches.get_weights()[:2]

outputs = model(training[:3])
with tempfile.TemporaryDirectory() as folder:
    model.save(f"{folder}/model.keras")
    copy = keras.models.load_model(f"{folder}/model.keras")
outputs_of_file = copy(training[:3])

print("deviation:", np.sqrt(variance).round(3))
print("scaled:   ", scaled[0].numpy().round(3))
print("by hand:  ", by_hand[0].numpy().round(3))
print("constant: ", constant_column.numpy().round())
print("in the file:", *(w.name for w in copy.layers[0].weights))
