import keras
import numpy as np
import tensorflow as tf
from sklearn.datasets import load_diabetes

data = load_diabetes()
x = tf.constant(data.data * 20, dtype=tf.float32)
y = tf.constant(data.target / 100, dtype=tf.float32)

model = keras.Sequential([keras.Input((10,)), keras.layers.Dense(1)])
model.layers[0].kernel.assign(np.linspace(-1, 1, 10)[:, None])
optimizer = keras.optimizers.SGD(learning_rate=0.1)


@tf.function
def train_step():
    with tf.GradientTape() as tape:
        prediction = tf.squeeze(model(x, training=True), axis=1)
        loss = tf.reduce_mean((prediction - y) ** 2)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply(gradients, model.trainable_variables)
    return loss


losses = [float(train_step()) for step in range(5)]

weight = tf.squeeze(model.layers[0].kernel, axis=1)
placed_with_input = model(x).device == x.device
print("losses:", *(f"{loss:.4f}" for loss in losses))
print("output on the device of the input:", placed_with_input)
