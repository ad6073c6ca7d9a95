import glob
import shutil
from collections import Counter
from pathlib import Path

import tensorflow as tf
from tensorflow.tsl.profiler.protobuf import xplane_pb2

first = tf.Variable(tf.fill((8, 16), 0.1))
second = tf.Variable(tf.fill((16, 4), 0.1))
x = tf.ones((5, 8))

shutil.rmtree("demo_logs", ignore_errors=True)
with tf.profiler.experimental.Profile("demo_logs"):
    for _ in range(3):
        with tf.profiler.experimental.Trace("forward"):
            with tf.GradientTape() as tape:
                hidden = tf.nn.relu(x @ first)
                loss = tf.reduce_sum(hidden @ second)
        with tf.profiler.experimental.Trace("backward"):
            tape.gradient(loss, [first, second])

(path,) = glob.glob("demo_logs/plugins/profile/*/*.xplane.pb")
space = xplane_pb2.XSpace.FromString(Path(path).read_bytes())
counts = Counter(
    plane.event_metadata[event.metadata_id].name
    for plane in space.planes
    for line in plane.lines
    for event in line.events
)
regions = [counts["forward"], counts["backward"]]
matrix_products = counts["EagerLocalExecute: MatMul"]

print("regions:", *regions)
for name in ("MatMul", "Relu", "Sum"):
    print(f"{name:<10} {counts[f'EagerLocalExecute: {name}']:2}")
