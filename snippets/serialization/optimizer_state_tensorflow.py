import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(32, 3)).astype("float32")
y = x @ np.array([[1.0], [-2.0], [0.5]], dtype="float32")


def build():
    model = keras.Sequential(
        [keras.Input((3,)), layers.Dense(1, kernel_initializer="zeros")]
    )
    optimizer = keras.optimizers.SGD(learning_rate=0.05, momentum=0.9)
    model.compile(optimizer=optimizer, loss="mse")
    return model


def train(model, epochs):
    history = model.fit(
        x, y, batch_size=32, epochs=epochs, shuffle=False, verbose=0
    )
    return history.history["loss"]


losses = train(build(), epochs=6)

model = build()
train(model, epochs=3)
model.save("model.keras")

loaded = keras.saving.load_model("model.keras")
steps = int(loaded.optimizer.iterations)
continued = train(loaded, epochs=3)

pairs = zip(losses[3:], continued, strict=True)
difference = max(abs(a - b) for a, b in pairs)
print("in one go:  ", *(f"{loss:.4f}" for loss in losses))
print("from .keras:", *(f"{loss:.4f}" for loss in continued))
print("difference:", difference)
print("steps of the loaded optimiser:", steps)
