import glob
import shutil
from pathlib import Path

import tensorflow as tf
from tensorflow.tsl.profiler.protobuf import xplane_pb2

x = tf.ones((4, 4))

shutil.rmtree("demo_logs", ignore_errors=True)
for step in range(6):
    if step == 2:
        tf.profiler.experimental.start("demo_logs")
    with tf.profiler.experimental.Trace("train", step_num=step, _r=1):
        tf.nn.relu(x @ x)
    if step == 3:
        tf.profiler.experimental.stop()

(path,) = glob.glob("demo_logs/plugins/profile/*/*.xplane.pb")
space = xplane_pb2.XSpace.FromString(Path(path).read_bytes())
found, products = set(), 0
for plane in space.planes:
    for event in (one for line in plane.lines for one in line.events):
        name = plane.event_metadata[event.metadata_id].name
        if name == "EagerLocalExecute: MatMul":
            products += 1
        if name == "train":
            notes = {
                plane.stat_metadata[stat.metadata_id].name: stat
                for stat in event.stats
            }
            stat = notes["step_num"]
            found.add(int(getattr(stat, stat.WhichOneof("value"))))
steps = sorted(found)

print("steps in the file:", *steps)
print("products:", products)
