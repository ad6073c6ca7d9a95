import glob
import os

import keras
import numpy as np
import tensorflow as tf
from keras import layers


# --8<-- [start:step]
def network(size):
    return keras.Sequential(
        [
            keras.Input((64,)),
            layers.Dense(size, activation="relu"),
            layers.Dense(size, activation="relu"),
            layers.Dense(10),
        ]
    )


def setup(size, mode, device):
    draw = np.random.default_rng(0).standard_normal
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        model = network(size)
    for weight in model.weights:
        weight.assign(draw(weight.shape))
    checkpoint = tf.train.Checkpoint(model=model)

    def step():
        if mode == "keras":
            model.save("model.keras")
            return "model.keras", size
        if mode == "weights":
            model.save_weights("model.weights.h5")
            return "model.weights.h5", size
        return checkpoint.write("model"), size

    return step


# --8<-- [end:step]


def comparable(value):
    path, size = value
    if path == "model.keras":
        return keras.saving.load_model(path).get_weights()
    model = network(size)
    if path == "model.weights.h5":
        model.load_weights(path)
    else:
        checkpoint = tf.train.Checkpoint(model=model)
        checkpoint.read(path).assert_consumed()
    return model.get_weights()


if __name__ == "__main__":
    value = setup(512, "keras", "cpu")()
    weights = comparable(value)
    saved = [weight[..., :8].sum() for weight in weights]
    parameters = sum(weight.size for weight in weights)
    setup(512, "weights", "cpu")()
    setup(512, "checkpoint", "cpu")()
    files = {
        "keras": ["model.keras"],
        "weights": ["model.weights.h5"],
        "checkpoint": glob.glob("model.data*") + ["model.index"],
    }
    bytes_of_a_parameter = {
        name: sum(map(os.path.getsize, paths)) / parameters
        for name, paths in files.items()
    }
    for name, size in bytes_of_a_parameter.items():
        print(f"{name}: {size:.1f} bytes a parameter")
