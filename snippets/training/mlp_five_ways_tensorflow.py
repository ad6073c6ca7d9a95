import keras
import numpy as np
import tensorflow as tf
from keras import layers
from sklearn.datasets import load_wine

rng = np.random.default_rng(0)
data, target = load_wine(return_X_y=True)
order = rng.permutation(len(data))
x = ((data - data.mean(0)) / data.std(0))[order].astype("float32")
y = target[order]
shapes = [(13, 16), (16,), (16, 3), (3,)]
start = [rng.normal(0, 0.3, shape) for shape in shapes]

model = keras.Sequential(
    [
        keras.Input((13,)),
        layers.Dense(16, activation="tanh"),
        layers.Dense(3),
    ]
)
model.set_weights(start)
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.SGD(0.05, momentum=0.9)
train_set = tf.data.Dataset.from_tensor_slices((x, y)).batch(32)


@tf.function
def train_step(inputs, labels):
    with tf.GradientTape() as tape:
        loss = loss_fn(labels, model(inputs, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply(gradients, model.trainable_variables)
    return loss


losses, step_losses = [], []
for epoch in range(4):
    mean_loss = keras.metrics.Mean()
    for inputs, labels in train_set:
        loss = train_step(inputs, labels)
        step_losses.append(float(loss))
        mean_loss.update_state(loss, sample_weight=len(inputs))
    losses.append(float(mean_loss.result()))

steps = int(optimizer.iterations)
weights = model.get_weights()
print(steps, "steps:", *(f"{loss:.4f}" for loss in losses))
