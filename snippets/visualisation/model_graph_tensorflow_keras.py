import json
import shutil

import keras
import numpy as np
from keras import layers as kl
from tensorboard.backend.event_processing import event_accumulator

model = keras.Sequential(
    [
        keras.Input((4,)),
        kl.Dense(8, activation="relu", name="hidden"),
        kl.Dense(3, name="output"),
    ],
    name="classifier",
)
shutil.rmtree("demo_logs", ignore_errors=True)
model.compile(optimizer="sgd", loss="mse")
model.fit(
    np.zeros((2, 4)),
    np.zeros((2, 3)),
    callbacks=[keras.callbacks.TensorBoard("demo_logs")],
    verbose=0,
)

events = event_accumulator.EventAccumulator("demo_logs/train").Reload()
(record,) = events.Tensors("keras")
stored = json.loads(record.tensor_proto.string_val[0])
nodes = stored["config"]["layers"]
names = [node["config"]["name"] for node in nodes]
layers = [layer for layer in ("hidden", "output") if layer in names]
operations_stored = events.Tags()["graph"]

print("layers:", *layers)
for node in nodes:
    print(node["class_name"])
print("graph of operations:", operations_stored)
