import shutil

import tensorflow as tf
from tensorboard.backend.event_processing import event_accumulator

shutil.rmtree("demo_logs", ignore_errors=True)
writer = tf.summary.create_file_writer("demo_logs")
with writer.as_default():
    for step in range(100):
        tf.summary.scalar("loss", 1 / (1 + step), step)
writer.close()

events = event_accumulator.EventAccumulator("demo_logs").Reload()
kept = [event.step for event in events.Tensors("loss")]
kept_by_default = len(kept)

events = event_accumulator.EventAccumulator(
    "demo_logs", size_guidance={"tensors": 0}
).Reload()
records = events.Tensors("loss")
steps = [record.step for record in records]
losses = [tf.make_ndarray(one.tensor_proto).item() for one in records]

print("points by default:", kept_by_default)
print("their steps:", *kept)
print("points with size_guidance:", len(steps))
