import shutil

import numpy as np
import tensorflow as tf
from tensorboard.backend.event_processing import event_accumulator

rng = np.random.default_rng(0)
weights = tf.constant(rng.normal(size=500), dtype=tf.float32)

shutil.rmtree("demo_logs", ignore_errors=True)
writer = tf.summary.create_file_writer("demo_logs")
with writer.as_default():
    tf.summary.histogram("weights", weights, step=7, buckets=30)
    tf.summary.histogram("default", weights, step=7)
writer.close()

events = event_accumulator.EventAccumulator("demo_logs").Reload()
stored = tf.make_ndarray(events.Tensors("weights")[0].tensor_proto)
left, right, counts = stored.T.tolist()
edges = [*left, right[-1]]
default = tf.make_ndarray(events.Tensors("default")[0].tensor_proto)
buckets_by_default = len(default)

for first in range(0, 30, 10):
    print(*(f"{count:3.0f}" for count in counts[first : first + 10]))
print(f"from {edges[0]:.4f} to {edges[-1]:.4f}")
print("buckets by default:", buckets_by_default)
