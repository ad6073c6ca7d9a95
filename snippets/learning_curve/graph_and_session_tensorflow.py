import keras
import numpy as np
import tensorflow as tf
from keras import layers
from sklearn.datasets import load_iris

rng = np.random.default_rng(0)
data, target = load_iris(return_X_y=True)
x = ((data - data.mean(0)) / data.std(0)).astype("float32")
shapes = [(4, 8), (8,), (8, 3), (3,)]
start = [rng.normal(0, 0.3, shape) for shape in shapes]

inputs, labels = tf.constant(x), tf.constant(target)
model = keras.Sequential(
    [
        keras.Input((4,)),
        layers.Dense(8, activation="tanh"),
        layers.Dense(3),
    ]
)
model.set_weights(start)
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.SGD(0.5)

losses = []
for _ in range(6):
    with tf.GradientTape() as tape:
        loss = loss_fn(labels, model(inputs, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply(gradients, model.trainable_variables)
    losses.append(float(loss))

weights = model.get_weights()
print(*(f"{loss:.4f}" for loss in losses))
