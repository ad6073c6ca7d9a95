import importlib.metadata
import os
import sys

import tensorflow as tf

packages = importlib.metadata.requires("tensorflow")
names = ("tensorboard", "visdom")
required = sum(line.startswith(names) for line in packages)
print("TensorBoard or Visdom among the requirements:", required)

sys.modules["tensorboard"] = None  # as if it were not installed
writer = tf.summary.create_file_writer("logs")
with writer.as_default():
    tf.summary.write("loss", tf.constant(0.5), step=0)
writer.flush()
files = len(os.listdir("logs"))
print("files written by tf.summary.write:", files)

with writer.as_default():
    tf.summary.scalar("loss", 0.5, step=0)
