import glob
import shutil
from pathlib import Path

import keras
import numpy as np
from tensorflow.tsl.profiler.protobuf import xplane_pb2

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(4)])
shutil.rmtree("demo_logs", ignore_errors=True)
model.compile(optimizer="sgd", loss="mse")
callback = keras.callbacks.TensorBoard(
    "demo_logs", profile_batch=(3, 4)
)
model.fit(
    np.ones((12, 4)),
    np.ones((12, 4)),
    batch_size=2,  # six batches
    callbacks=[callback],
    verbose=0,
)

(path,) = glob.glob("demo_logs/train/plugins/profile/*/*.xplane.pb")
space = xplane_pb2.XSpace.FromString(Path(path).read_bytes())
found = set()
for plane in space.planes:
    for event in (one for line in plane.lines for one in line.events):
        name = plane.event_metadata[event.metadata_id].name
        if name == "Profiled batch":
            notes = {
                plane.stat_metadata[stat.metadata_id].name: stat
                for stat in event.stats
            }
            stat = notes["step_num"]
            found.add(int(getattr(stat, stat.WhichOneof("value"))))
steps = sorted(found)

print("batches in the file, counted from 0:", *steps)
