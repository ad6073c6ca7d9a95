import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
y = tf.constant(rng.integers(3, size=64))
x = rng.normal(size=(64, 8)).astype("float32")
x[:, :3] += 2 * tf.one_hot(y, 3).numpy()
shapes = [(8, 16), (16,), (16, 3), (3,)]
start = [rng.normal(0, 0.3, shape) for shape in shapes]

keras.config.set_dtype_policy("mixed_bfloat16")
first = layers.Dense(16, activation="relu")
last = layers.Dense(3)
model = keras.Sequential([keras.Input((8,)), first, last])
model.set_weights(start)
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.SGD(0.2)


@tf.function
def train_step(x, y):
    with tf.GradientTape() as tape:
        hidden = first(x)
        logits = last(hidden)
        loss = loss_fn(y, logits)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply(gradients, model.trainable_variables)
    return hidden, logits, loss, gradients[0]


losses = []
for step in range(10):
    hidden, logits, loss, gradient = train_step(x, y)
    losses.append(float(loss))

tensors = {
    "weight": first.kernel,
    "hidden": hidden,
    "logits": logits,
    "loss": loss,
    "gradient": gradient,
}
dtypes = {
    name: keras.backend.standardize_dtype(tensor.dtype)
    for name, tensor in tensors.items()
}
weights = model.get_weights()
for name, dtype in dtypes.items():
    print(f"{name:9}{dtype}")
print("losses:", *(f"{loss:.1f}" for loss in losses[::3]))
