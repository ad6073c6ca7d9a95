import keras
import numpy as np
import tensorflow as tf
from keras import layers
from sklearn.datasets import load_digits

shapes = [(3, 3, 1, 4), (4,), (3, 3, 4, 6), (6,), (24, 10), (10,)]
rng = np.random.default_rng(0)
start = [rng.normal(0, 0.3, shape) for shape in shapes]
digits = load_digits()
x = tf.constant(digits.images[:96, :, :, None] / 16, tf.float32)
y = tf.constant(digits.target[:96])

model = keras.Sequential(
    [
        keras.Input((8, 8, 1)),
        layers.Conv2D(4, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(6, 3, activation="relu"),
        layers.Flatten(),
        layers.Dense(10),
    ]
)
model.set_weights(start)
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.SGD(0.1, momentum=0.9)


@tf.function
def train_step(images, labels):
    with tf.GradientTape() as tape:
        loss = loss_fn(labels, model(images, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply(gradients, model.trainable_variables)
    return loss


losses = []
for step in range(15):
    batch = slice(step % 3 * 32, step % 3 * 32 + 32)
    losses.append(float(train_step(x[batch], y[batch])))

weights = model.get_weights()
weights[4] = weights[4].reshape(2, 2, 6, 10)
predictions = model(x[:8], training=False)
print("losses:", *(f"{loss:.4f}" for loss in losses[::3]))
