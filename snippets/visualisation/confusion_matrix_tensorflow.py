import io
import shutil

import numpy as np
import tensorflow as tf
from matplotlib.figure import Figure
from tensorboard.backend.event_processing import event_accumulator

matrix = np.array([[50, 2, 1], [4, 45, 6], [0, 3, 52]])
figure = Figure(figsize=(3, 2.5), dpi=40)
axes = figure.subplots()
axes.imshow(matrix, cmap="Blues")
for (row, column), count in np.ndenumerate(matrix):
    axes.text(column, row, str(count), ha="center", va="center")

png = io.BytesIO()
figure.savefig(png, format="png")
image = tf.io.decode_png(png.getvalue(), channels=3)
shutil.rmtree("demo_logs", ignore_errors=True)
writer = tf.summary.create_file_writer("demo_logs")
with writer.as_default():
    tf.summary.image("confusion", image[tf.newaxis], step=0)
writer.close()

events = event_accumulator.EventAccumulator("demo_logs").Reload()
(event,) = events.Tensors("confusion")
width, height, picture = event.tensor_proto.string_val
stored = tf.io.decode_png(picture).numpy()
size = list(stored.shape)
pixels = stored[::4, ::4]  # every fourth one is enough to compare

print("height, width, channels:", *size)
print("darkest and brightest value:", stored.min(), stored.max())
