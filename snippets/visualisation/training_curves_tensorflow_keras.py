import shutil

import keras
import numpy as np
import tensorflow as tf
from sklearn.datasets import load_wine
from tensorboard.backend.event_processing import event_accumulator

rng = np.random.default_rng(0)
data, target = load_wine(return_X_y=True)
order = rng.permutation(len(data))
x = ((data - data.mean(0)) / data.std(0))[order].astype("float32")
y = target[order]
kernel = rng.normal(0, 0.3, (13, 3)).astype("float32")
bias = np.zeros(3, dtype="float32")

model = keras.Sequential([keras.Input((13,)), keras.layers.Dense(3)])
model.set_weights([kernel, bias])
shutil.rmtree("demo_logs", ignore_errors=True)
model.compile(
    optimizer=keras.optimizers.SGD(0.1),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
)
model.fit(
    x,
    y,
    batch_size=32,
    epochs=4,
    shuffle=False,
    callbacks=[keras.callbacks.TensorBoard("demo_logs")],
    verbose=0,
)

events = event_accumulator.EventAccumulator("demo_logs/train").Reload()


def values(tag):
    stored = [event.tensor_proto for event in events.Tensors(tag)]
    return [tf.make_ndarray(tensor).item() for tensor in stored]


steps = [event.step for event in events.Tensors("epoch_loss")]
losses = values("epoch_loss")
rates = values("epoch_learning_rate")
weights = model.layers[0].kernel.numpy()

for step, loss in zip(steps, losses):
    print(f"{step:2} {loss:.4f}")
print("tags:", *events.Tags()["tensors"])
