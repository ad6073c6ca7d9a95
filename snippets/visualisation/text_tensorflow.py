import shutil

import tensorflow as tf
from tensorboard.backend.event_processing import event_accumulator

shutil.rmtree("demo_logs", ignore_errors=True)
writer = tf.summary.create_file_writer("demo_logs")
with writer.as_default():
    tf.summary.text("notes", "**Batch size** 32, rate `0.1`", step=3)
    tf.summary.text("notes", "Größe × 2: no better", step=5)
writer.close()

events = event_accumulator.EventAccumulator("demo_logs").Reload()
tags = events.Tags()["tensors"]
records = events.Tensors("notes")
steps = [record.step for record in records]
notes = [
    record.tensor_proto.string_val[0].decode() for record in records
]

print("tag:", *tags)
for step, note in zip(steps, notes):
    print(step, note)
