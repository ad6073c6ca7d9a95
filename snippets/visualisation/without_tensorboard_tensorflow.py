import importlib.metadata
import os
import shutil
import sys

import tensorflow as tf

packages = importlib.metadata.requires("tensorflow")
names = ("tensorboard", "visdom")
required = sum(line.startswith(names) for line in packages)
print("TensorBoard or Visdom among the requirements:", required)

sys.modules["tensorboard"] = None  # as if it were not installed
shutil.rmtree("demo_logs", ignore_errors=True)
writer = tf.summary.create_file_writer("demo_logs")
with writer.as_default():
    tf.summary.write("loss", tf.constant(0.5), step=0)
writer.flush()
files = len(os.listdir("demo_logs"))
print("files written by tf.summary.write:", files)

with writer.as_default():
    tf.summary.scalar("loss", 0.5, step=0)
