import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
x = tf.constant(rng.normal(size=(32, 3)), dtype=tf.float32)
y = tf.constant(rng.normal(size=(32, 1)), dtype=tf.float32)
shapes = [(3, 6), (6,), (6, 1), (1,)]
start = [rng.normal(0, 0.5, shape) for shape in shapes]

first = layers.Dense(6, activation="tanh")
second = layers.Dense(1)
model = keras.Sequential([keras.Input((3,)), first, second])
model.set_weights(start)
loss_fn = keras.losses.MeanSquaredError()
slow = keras.optimizers.SGD(0.01, momentum=0.9)
fast = keras.optimizers.SGD(0.1, momentum=0.9)


@tf.function
def train_step(x, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    slow.apply(gradients[:2], first.trainable_variables)
    fast.apply(gradients[2:], second.trainable_variables)
    return loss


losses = [float(train_step(x, y)) for step in range(10)]
weights = model.get_weights()
print("losses:", *(f"{loss:.4f}" for loss in losses[::3]))
