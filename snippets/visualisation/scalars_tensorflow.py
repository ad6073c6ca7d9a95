import math
import shutil

import tensorflow as tf
from tensorboard.backend.event_processing import event_accumulator

shutil.rmtree("demo_logs", ignore_errors=True)
writer = tf.summary.create_file_writer("demo_logs")
with writer.as_default():
    for step in range(0, 50, 10):
        loss = math.exp(-step / 20)
        tf.summary.scalar("loss/train", loss, step)
        tf.summary.scalar("rate", 0.1 / (1 + step), step)
writer.close()

events = event_accumulator.EventAccumulator("demo_logs").Reload()


def values(tag):
    stored = [event.tensor_proto for event in events.Tensors(tag)]
    return [tf.make_ndarray(tensor).item() for tensor in stored]


stored_as = [kind for kind, tags in events.Tags().items() if tags]
tags = events.Tags()["tensors"]
steps = [event.step for event in events.Tensors("loss/train")]
losses, rates = values("loss/train"), values("rate")

print("stored as:", *stored_as)
print("tags:", *tags)
for step, loss, rate in zip(steps, losses, rates):
    print(f"{step:4} {loss:.4f} {rate:.4f}")
