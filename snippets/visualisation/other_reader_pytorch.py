import glob
import shutil

import tensorflow as tf
from torch.utils.tensorboard import SummaryWriter

shutil.rmtree("demo_logs", ignore_errors=True)
with SummaryWriter("demo_logs") as writer:
    for step, loss in [(0, 0.75), (5, 0.5), (9, 0.40625)]:
        writer.add_scalar("loss", loss, step)

# Read with TensorFlow alone: records of its own file format.
(path,) = glob.glob("demo_logs/*")
records = [
    tf.compat.v1.Event.FromString(record.numpy())
    for record in tf.data.TFRecordDataset(path)
]
version = records[0].file_version
events = [event for event in records if event.HasField("summary")]
steps = [event.step for event in events]
tags = [event.summary.value[0].tag for event in events]
values = [event.summary.value[0].simple_value for event in events]

print("version:", version)
for tag, step, value in zip(tags, steps, values):
    print(tag, step, value)
