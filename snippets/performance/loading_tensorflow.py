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
    where = "GPU:0" if device == "cuda" else "CPU:0"
    with tf.device(where):
        saved, model = network(size), network(size)
    for weight in saved.weights:
        weight.assign(draw(weight.shape))
    whole, weights = f"m{size}.keras", f"m{size}.weights.h5"
    saved.save(whole)
    saved.save_weights(weights)
    path = tf.train.Checkpoint(model=saved).write(f"m{size}")
    checkpoint = tf.train.Checkpoint(model=model)

    def step():
        if mode == "keras":
            with tf.device(where):
                return keras.saving.load_model(whole).weights
        if mode == "weights":
            model.load_weights(weights)
        else:
            checkpoint.read(path)
        return model.weights

    return step


# --8<-- [end:step]


def comparable(weights):
    return [weight.numpy() for weight in weights]


if __name__ == "__main__":
    weights = comparable(setup(128, "keras", "cpu")())
    loaded = [weight[..., :8].sum() for weight in weights]
    middle_bias = weights[3]
    print(*(f"{total:.4f}" for total in loaded))
