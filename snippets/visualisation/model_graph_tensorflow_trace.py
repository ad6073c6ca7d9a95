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


shutil.rmtree("demo_logs", ignore_errors=True)
writer = tf.summary.create_file_writer("demo_logs")
tf.summary.trace_on(graph=True)
forward(tf.zeros((2, 4)))
with writer.as_default():
    tf.summary.trace_export("forward", step=0)
writer.close()

events = event_accumulator.EventAccumulator("demo_logs").Reload()
(record,) = events.Tensors("forward")
metadata = tf.compat.v1.RunMetadata.FromString(
    record.tensor_proto.string_val[0]
)
nodes = metadata.function_graphs[0].pre_optimization_graph.node
names = [node.name for node in nodes]
layers = [
    layer
    for layer in ("hidden", "output")
    if any(f"/{layer}" in name for name in names)
]
operations = [node.op for node in nodes]
matrix_products = operations.count("MatMul")

print("layers:", *layers)
print("matrix products:", matrix_products)
