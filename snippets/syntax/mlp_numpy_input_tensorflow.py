import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_digits

digits = load_digits()
images = np.kron(digits.images / 16, np.ones((1, 3, 3)))
images = np.pad(images, ((0, 0), (2, 2), (2, 2)))
x_train = images.reshape(-1, 784)  # a NumPy array of float64
y_train = digits.target

model = keras.Sequential(
    [
        keras.Input((784,)),
        layers.Dense(64, activation="relu"),
        layers.Dense(10),
    ]
)
rng = np.random.default_rng(0)
w1, w2 = rng.normal(0, 0.05, (784, 64)), rng.normal(0, 0.1, (64, 10))
model.set_weights([w1, np.zeros(64), w2, np.zeros(10)])
model.compile(
    optimizer=keras.optimizers.SGD(0.1),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
)
history = model.fit(
    x_train, y_train, epochs=5, batch_size=len(x_train), verbose=0
)

losses = history.history["loss"]
print("loss:", *(f"{loss:.4f}" for loss in losses))
