import tempfile

import keras
import numpy as np
from keras import layers
from keras.optimizers.schedules import ExponentialDecay

rng = np.random.default_rng(0)
x = rng.normal(size=(50, 3)).astype("float32")
y = rng.normal(size=(50, 1)).astype("float32")
betas = (0.875, 0.984375)  # float32 holds them without rounding
shapes = [(3, 8), (8,), (8, 1), (1,)]
start = [rng.normal(0, 0.5, shape) for shape in shapes]


def build():
    model = keras.Sequential(
        [
            keras.Input((3,)),
            layers.Dense(8, activation="tanh"),
            layers.Dense(1),
        ]
    )
    model.set_weights(start)
    schedule = ExponentialDecay(0.05, decay_steps=1, decay_rate=0.9)
    optimizer = keras.optimizers.Adam(schedule, *betas, epsilon=1e-12)
    model.compile(optimizer=optimizer, loss="mse")
    return model


def train(model, first_epoch, last_epoch):
    model.fit(
        x,
        y,
        batch_size=10,
        initial_epoch=first_epoch,
        epochs=last_epoch,
        shuffle=False,
        verbose=0,
    )


whole = build()
train(whole, 0, 2)

first = build()
train(first, 0, 1)
with tempfile.TemporaryDirectory() as folder:
    first.save(f"{folder}/run.keras")
    second = keras.models.load_model(f"{folder}/run.keras")
train(second, 1, 2)

pairs = zip(whole.get_weights(), second.get_weights())
largest_difference = max(float(abs(a - b).max()) for a, b in pairs)
weights = second.get_weights()
print(int(second.optimizer.iterations), "steps in all")
print("difference after resuming:", largest_difference)
