import shutil

import numpy as np
import tensorflow as tf
from tensorboard.backend.event_processing import event_accumulator

rng = np.random.default_rng(0)
batch = rng.integers(0, 256, (4, 5, 6, 3), dtype="uint8")
ramp = tf.constant([0.0, 0.25, 0.5, 0.75, 0.999, 1.0])

shutil.rmtree("demo_logs", ignore_errors=True)
writer = tf.summary.create_file_writer("demo_logs")
with writer.as_default():
    tf.summary.image("batch", batch, step=0, max_outputs=4)  # NHWC
    tf.summary.image("default", batch, step=0)
    tf.summary.image("ramp", tf.reshape(ramp, (1, 1, 6, 1)), step=0)
writer.close()

events = event_accumulator.EventAccumulator("demo_logs").Reload()


def read(tag):
    (event,) = events.Tensors(tag)
    width, height, *pictures = event.tensor_proto.string_val
    return [tf.io.decode_png(png).numpy() for png in pictures]


pixels = np.concatenate(read("batch"), axis=1)
kept_by_default = len(read("default"))
levels = read("ramp")[0][0, :, 0].tolist()
near_white = levels.pop(4)
ramp_rest = levels

print("height, width, channels:", pixels.shape)
print("kept by default:", kept_by_default)
print("ramp:", *ramp_rest[:4], near_white, ramp_rest[4])
