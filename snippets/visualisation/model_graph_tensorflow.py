import shutil

import keras
import tensorflow as tf
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


@tf.function
def forward(x):
    return model(x)


concrete = forward.get_concrete_function(tf.zeros((2, 4)))
shutil.rmtree("demo_logs", ignore_errors=True)
writer = tf.summary.create_file_writer("demo_logs")
with writer.as_default():
    tf.summary.graph(concrete.graph)
writer.close()

events = event_accumulator.EventAccumulator("demo_logs").Reload()
nodes = events.Graph().node
names = [node.name for node in nodes]
layers = [
    layer
    for layer in ("hidden", "output")
    if any(f"/{layer}" in name for name in names)
]
operations = [node.op for node in nodes]
matrix_products = operations.count("MatMul")
operations_stored = events.Tags()["graph"]

print("layers:", *layers)
for node in nodes:
    if node.op in ("MatMul", "Add", "AddV2", "BiasAdd", "Relu"):
        print(node.op, "in", node.name.rpartition("/")[0])
