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
model.save_weights("model.weights.h5")

fresh = build()
fresh.load_weights("model.weights.h5")
continued_fresh = train(fresh, epochs=3)

built = build()
built.optimizer.build(built.trainable_variables)
built.load_weights("model.weights.h5")
continued = train(built, epochs=3)

pairs = zip(losses[3:], continued, strict=True)
difference = max(abs(a - b) for a, b in pairs)
pairs = zip(losses[3:], continued_fresh, strict=True)
difference_fresh = max(abs(a - b) for a, b in pairs)
print("in one go:      ", *(f"{loss:.4f}" for loss in losses))
print("optimiser built:", *(f"{loss:.4f}" for loss in continued))
print("not built:      ", *(f"{loss:.4f}" for loss in continued_fresh))
print("difference with optimiser:", difference)
