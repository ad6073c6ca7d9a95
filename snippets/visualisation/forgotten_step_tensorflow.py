import shutil

import tensorflow as tf
from tensorboard.backend.event_processing import event_accumulator

shutil.rmtree("demo_logs", ignore_errors=True)
writer = tf.summary.create_file_writer("demo_logs")
with writer.as_default():
    for step, loss in enumerate((0.875, 0.5, 0.25)):
        tf.summary.experimental.set_step(step)  # for all that follows
        tf.summary.scalar("loss", loss)
writer.flush()

events = event_accumulator.EventAccumulator("demo_logs").Reload()
records = events.Tensors("loss")
steps = [record.step for record in records]
losses = [tf.make_ndarray(one.tensor_proto).item() for one in records]
last_step = steps[-1]

for step, loss in zip(steps, losses):
    print(step, loss)

tf.summary.experimental.set_step(None)
with writer.as_default():
    tf.summary.scalar("loss", 0.125)  # no step
