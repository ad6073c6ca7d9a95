import keras
import numpy as np
import tensorflow as tf
from keras import layers
from sklearn.datasets import load_digits

digits = load_digits()
images = np.kron(digits.images / 16, np.ones((1, 3, 3)))
images = np.pad(images, ((0, 0), (2, 2), (2, 2)))
rng = np.random.default_rng(0)
order = rng.permutation(len(images))
x = images[order].reshape(-1, 784).astype("float32")
y = digits.target[order]
train_set = tf.data.Dataset.from_tensor_slices((x[:1500], y[:1500]))
x_test, y_test = x[1500:], y[1500:]

model = keras.Sequential(
    [
        keras.Input((784,)),
        layers.Dense(64, activation="relu"),
        layers.Dense(10),
    ]
)
for layer in model.layers:
    fan_in, fan_out = layer.kernel.shape
    bound = (6 / (fan_in + fan_out)) ** 0.5
    layer.kernel.assign(rng.uniform(-bound, bound, (fan_in, fan_out)))

loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.Adam(1e-3, epsilon=1e-12)


@tf.function
def train_step(inputs, labels):
    with tf.GradientTape() as tape:
        loss = loss_fn(labels, model(inputs, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply(gradients, model.trainable_variables)
    return loss


losses = []
for epoch in range(5):
    mean_loss = keras.metrics.Mean()
    for inputs, labels in train_set.batch(32):
        loss = train_step(inputs, labels)
        mean_loss.update_state(loss, sample_weight=len(inputs))
    losses.append(float(mean_loss.result()))

predicted = tf.argmax(model(x_test, training=False), axis=1)
accuracy = float(
    tf.reduce_mean(tf.cast(predicted == y_test, tf.float32))
)

steps = int(optimizer.iterations)
output_kernel = model.layers[-1].kernel
print(steps, "steps:", *(f"{loss:.4f}" for loss in losses))
print(f"held-out accuracy {accuracy:.3f}")
