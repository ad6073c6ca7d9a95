import tempfile

import keras
import numpy as np
import tensorflow as tf
from keras import layers
from keras.optimizers.schedules import ExponentialDecay

rng = np.random.default_rng(0)
x = tf.constant(rng.normal(size=(50, 3)), dtype=tf.float32)
y = tf.constant(rng.normal(size=(50, 1)), dtype=tf.float32)
betas = (0.875, 0.984375)  # float32 holds them without rounding
shapes = [(3, 8), (8,), (8, 1), (1,)]
start = [rng.normal(0, 0.5, shape) for shape in shapes]
loss_fn = keras.losses.MeanSquaredError()


def build():
    model = keras.Sequential(
        [
            keras.Input((3,)),
            layers.Dense(8, activation="tanh"),
            layers.Dense(1),
        ]
    )
    model.set_weights(start)
    schedule = ExponentialDecay(0.05, decay_steps=1, decay_rate=0.9)
    optimizer = keras.optimizers.Adam(schedule, *betas, epsilon=1e-12)
    optimizer.build(model.trainable_variables)
    step = tf.Variable(0, dtype=tf.int64)
    return model, optimizer, step


def train(run, steps):
    model, optimizer, step = run

    @tf.function
    def train_step(inputs, targets):
        with tf.GradientTape() as tape:
            loss = loss_fn(targets, model(inputs, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply(gradients, model.trainable_variables)
        step.assign_add(1)
        return loss

    losses = []
    for _ in range(steps):
        first = int(step) % 5 * 10
        batch = slice(first, first + 10)
        losses.append(float(train_step(x[batch], y[batch])))
    return losses


def checkpoint(run):
    model, optimizer, step = run
    return tf.train.Checkpoint(
        model=model, optimizer=optimizer, step=step
    )


whole = build()
losses = train(whole, 10)

with tempfile.TemporaryDirectory() as folder:
    first = build()
    train(first, 5)
    path = checkpoint(first).save(f"{folder}/run")

    second = build()
    checkpoint(second).restore(path).assert_existing_objects_matched()
losses_resumed = train(second, 5)

forgetful = build()
forgetful[0].set_weights(first[0].get_weights())
forgetful[2].assign(5)
train(forgetful, 5)


def difference(run):
    pairs = zip(whole[0].get_weights(), run[0].get_weights())
    return max(float(abs(a - b).max()) for a, b in pairs)


weights = whole[0].get_weights()
largest_difference = difference(second)
difference_without_optimizer_state = difference(forgetful)
print("difference after resuming:", largest_difference)
print(f"with the model alone: {difference(forgetful):.3f}")
