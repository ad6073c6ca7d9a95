import keras
import tensorflow as tf

decay_saved, decay_new = 0.5, 0.9
weight = tf.Variable([3.0, -1.0])


def start(decay):
    schedule = keras.optimizers.schedules.ExponentialDecay(
        0.1, decay_steps=1, decay_rate=decay
    )
    optimizer = keras.optimizers.SGD(schedule)
    optimizer.build([weight])
    return optimizer


def step(optimizer):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.square(weight))
    optimizer.apply([tape.gradient(loss, weight)], [weight])


optimizer = start(decay_saved)
step(optimizer)
rate_saved = float(optimizer.learning_rate)
path = tf.train.Checkpoint(optimizer=optimizer).write("run")

optimizer = start(decay_new)
tf.train.Checkpoint(optimizer=optimizer).read(path)
rate_loaded = float(optimizer.learning_rate)
step(optimizer)
rate_next = float(optimizer.learning_rate)
print(f"saved {rate_saved:.4f}")
print(f"loaded {rate_loaded:.4f}, then {rate_next:.4f}")
