import os
import tempfile

import keras
import numpy as np
from keras import layers
from keras.callbacks import BackupAndRestore, LambdaCallback

rng = np.random.default_rng(0)
x = rng.normal(size=(40, 3)).astype("float32")
y = rng.normal(size=(40, 1)).astype("float32")
shapes = [(3, 8), (8,), (8, 1), (1,)]
start = [rng.normal(0, 0.5, shape) for shape in shapes]
steps = []


def train(backup, fails_in=None):
    model = keras.Sequential(
        [
            keras.Input((3,)),
            layers.Dense(8, activation="tanh"),
            layers.Dense(1),
        ]
    )
    model.set_weights(start)
    optimizer = keras.optimizers.SGD(0.1, momentum=0.75)
    model.compile(optimizer, loss="mse")

    def count(batch, logs):
        if int(optimizer.iterations) == fails_in:
            raise RuntimeError("power cut")
        steps.append(batch)

    history = model.fit(
        x,
        y,
        batch_size=10,
        epochs=5,
        shuffle=False,
        callbacks=[backup, LambdaCallback(on_train_batch_begin=count)],
        verbose=0,
    )
    return model.get_weights(), history.history["loss"]


with tempfile.TemporaryDirectory() as folder:
    path = f"{folder}/backup"
    whole, _ = train(BackupAndRestore(path))

    steps.clear()
    try:
        train(BackupAndRestore(path), fails_in=11)
    except RuntimeError as error:
        print("first run:", error, "after", len(steps), "steps")
    until_failure = len(steps)
    weights, losses_of_second_run = train(BackupAndRestore(path))
    steps_run = len(steps)

    steps.clear()
    try:
        train(BackupAndRestore(path, save_freq=2), fails_in=11)
    except RuntimeError:
        train(BackupAndRestore(path, save_freq=2))
    steps_saved_every_two = len(steps)
    files_left = len(os.listdir(folder))

pairs = zip(whole, weights, strict=True)
largest_difference = max(float(abs(a - b).max()) for a, b in pairs)
print("second run:", steps_run - until_failure, "steps")
print("difference of the weights:", largest_difference)
print("saved every two steps:", steps_saved_every_two, "steps in all")
