import glob
import shutil

import tensorflow as tf
from tensorboard.compat.proto.event_pb2 import Event
from tensorboard.compat.tensorflow_stub import errors, pywrap_tensorflow
from tensorboard.util.tensor_util import make_ndarray

shutil.rmtree("demo_logs", ignore_errors=True)
writer = tf.summary.create_file_writer("demo_logs")
with writer.as_default():
    for step, loss in [(0, 0.75), (5, 0.5), (9, 0.40625)]:
        tf.summary.scalar("loss", loss, step)
writer.close()

# Read with what TensorBoard uses where TensorFlow is missing,
# as it is for many who use PyTorch.
(path,) = glob.glob("demo_logs/*")
reader = pywrap_tensorflow.PyRecordReader_New(path)
records = []
while True:
    try:
        reader.GetNext()
    except errors.OutOfRangeError:
        break
    records.append(Event.FromString(reader.record()))
version = records[0].file_version
events = [event for event in records if event.HasField("summary")]
steps = [event.step for event in events]
tags = [event.summary.value[0].tag for event in events]
tensors = [event.summary.value[0].tensor for event in events]
values = [make_ndarray(tensor).item() for tensor in tensors]

print("version:", version)
for tag, step, value in zip(tags, steps, values):
    print(tag, step, value)
