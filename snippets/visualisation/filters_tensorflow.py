import shutil

import keras
import numpy as np
import tensorflow as tf
from tensorboard.backend.event_processing import event_accumulator

rng = np.random.default_rng(0)
kernel = rng.normal(size=(5, 7, 3, 8)).astype("float32")

layer = keras.layers.Conv2D(8, (5, 7))
layer.build((None, 32, 32, 3))
layer.set_weights([kernel, np.zeros(8)])

weight = layer.kernel  # height, width, channels, filters
low, high = tf.reduce_min(weight), tf.reduce_max(weight)
levels = tf.cast((weight - low) / (high - low) * 255, tf.uint8)
rows = tf.reshape(levels, (5, 7, 3, 2, 4))
grid = tf.reshape(tf.transpose(rows, (3, 0, 4, 1, 2)), (10, 28, 3))
shutil.rmtree("demo_logs", ignore_errors=True)
writer = tf.summary.create_file_writer("demo_logs")
with writer.as_default():
    tf.summary.image("filters", grid[tf.newaxis], step=0)
writer.close()

events = event_accumulator.EventAccumulator("demo_logs").Reload()
(event,) = events.Tensors("filters")
width, height, picture = event.tensor_proto.string_val
pixels = tf.io.decode_png(picture).numpy()

print("height, width, channels:", pixels.shape)
print("first pixel:", pixels[0, 0], "last:", pixels[-1, -1])
