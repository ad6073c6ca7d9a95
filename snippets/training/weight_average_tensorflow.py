import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
x = tf.constant(rng.normal(size=(32, 3)), dtype=tf.float32)
y = tf.constant(rng.normal(size=(32, 1)), dtype=tf.float32)
shapes = [(3, 6), (6,), (6, 1), (1,)]
start = [rng.normal(0, 0.5, shape) for shape in shapes]

model = keras.Sequential(
    [
        keras.Input((3,)),
        layers.Dense(6, activation="tanh"),
        layers.Dense(1),
    ]
)
model.set_weights(start)
loss_fn = keras.losses.MeanSquaredError()
optimizer = keras.optimizers.SGD(
    0.1, momentum=0.9, use_ema=True, ema_momentum=0.8
)


@tf.function
def train_step(x, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply(gradients, model.trainable_variables)
    return loss


losses = [float(train_step(x, y)) for step in range(12)]
weights = model.get_weights()
optimizer.finalize_variable_values(model.trainable_variables)
average = model.get_weights()
loss_of_average = float(loss_fn(y, model(x, training=False)))
print("losses:", *(f"{loss:.4f}" for loss in losses[::3]))
print(f"loss of the average: {loss_of_average:.4f}")
