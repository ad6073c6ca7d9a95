import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
x = tf.constant(rng.normal(size=(32, 3)), dtype=tf.float32)
y = x @ [[1.0], [-2.0], [0.5]]


def start():
    model = keras.Sequential(
        [keras.Input((3,)), layers.Dense(1, kernel_initializer="zeros")]
    )
    schedule = keras.optimizers.schedules.ExponentialDecay(
        0.2, decay_steps=2, decay_rate=0.5, staircase=True
    )
    optimizer = keras.optimizers.Adam(schedule, epsilon=1e-12)
    optimizer.build(model.trainable_variables)
    return tf.train.Checkpoint(
        model=model,
        optimizer=optimizer,
        generator=tf.random.Generator.from_seed(1),
        epoch=tf.Variable(0),
    )


@tf.function
def step(run):
    variables = run.model.trainable_variables
    with tf.GradientTape() as tape:
        error = run.model(x, training=True) - y
        loss = tf.reduce_mean(tf.square(error))
    run.optimizer.apply(tape.gradient(loss, variables), variables)
    return loss


def train(run, last):
    losses, draws, rates = [], [], []
    while run.epoch < last:
        rates.append(float(run.optimizer.learning_rate))
        losses.append(float(step(run)))
        draws.append(float(run.generator.uniform(())))
        run.epoch.assign_add(1)
    return losses, draws, rates


losses, draws, rates = train(start(), last=8)

first = start()
train(first, last=3)
path = first.write("run")

second = start()
second.read(path).assert_consumed()
losses_resumed, draws_resumed, _ = train(second, last=8)

pairs = zip(losses[3:], losses_resumed, strict=True)
loss_difference = max(abs(a - b) for a, b in pairs)
pairs = zip(draws[3:], draws_resumed, strict=True)
draw_difference = max(abs(a - b) for a, b in pairs)
print("in one go:", *(f"{loss:.4f}" for loss in losses))
print("resumed:  ", *(f"{loss:.4f}" for loss in losses_resumed))
print("learning rates:", *(f"{rate:.4f}" for rate in rates))
print("differences:", loss_difference, draw_difference)
