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
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.SGD(0.1)
train_set = tf.data.Dataset.from_tensor_slices((x, y)).batch(32)


@tf.function
def train_step(inputs, labels):
    with tf.GradientTape() as tape:
        loss = loss_fn(labels, model(inputs, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply(gradients, model.trainable_variables)
    return loss


shutil.rmtree("demo_logs", ignore_errors=True)
writer = tf.summary.create_file_writer("demo_logs")
with writer.as_default():
    for epoch in range(4):
        mean_loss = keras.metrics.Mean()
        for inputs, labels in train_set:
            loss = train_step(inputs, labels)
            mean_loss.update_state(loss, sample_weight=len(inputs))
        tf.summary.scalar("loss", mean_loss.result(), epoch)
        rate = float(optimizer.learning_rate)
        tf.summary.scalar("rate", rate, epoch)
writer.close()

events = event_accumulator.EventAccumulator("demo_logs").Reload()


def values(tag):
    stored = [event.tensor_proto for event in events.Tensors(tag)]
    return [tf.make_ndarray(tensor).item() for tensor in stored]


steps = [event.step for event in events.Tensors("loss")]
losses, rates = values("loss"), values("rate")
weights = model.layers[0].kernel.numpy()

for step, loss in zip(steps, losses):
    print(f"{step:2} {loss:.4f}")
