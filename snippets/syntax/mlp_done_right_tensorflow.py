import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_digits

digits = load_digits()
images = np.kron(digits.images / 16, np.ones((1, 3, 3)))
images = np.pad(images, ((0, 0), (2, 2), (2, 2)))
rng = np.random.default_rng(0)
order = rng.permutation(len(images))
x = images[order].reshape(-1, 784).astype("float32")
y = digits.target[order]
x_train, y_train = x[:1500], y[:1500]
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

model.compile(
    optimizer=keras.optimizers.Adam(1e-3, epsilon=1e-12),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
history = model.fit(
    x_train, y_train, epochs=5, batch_size=32, shuffle=False, verbose=0
)
_, accuracy = model.evaluate(x_test, y_test, verbose=0)

losses = history.history["loss"]
steps = int(model.optimizer.iterations)
output_kernel = model.layers[-1].kernel
print(steps, "steps:", *(f"{loss:.4f}" for loss in losses))
print(f"held-out accuracy {accuracy:.3f}")
