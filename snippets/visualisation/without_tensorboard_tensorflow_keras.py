import importlib.metadata
import sys

import keras
import numpy as np

packages = importlib.metadata.requires("keras")
names = ("tensorboard", "visdom")
required = sum(line.startswith(names) for line in packages)
print("TensorBoard or Visdom among the requirements:", required)

sys.modules["tensorboard"] = None  # as if it were not installed
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
model.fit(
    np.zeros((4, 3)),
    np.zeros((4, 1)),
    callbacks=[keras.callbacks.TensorBoard("demo_logs")],
    verbose=0,
)
