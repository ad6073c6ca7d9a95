import keras
import numpy as np
import tensorflow as tf
from keras import layers


def start(size):
    rng = np.random.default_rng(0)
    weights = [
        rng.standard_normal((fan_in, fan_out)) * (2 / fan_in) ** 0.5
        for fan_in, fan_out in [(784, 512), (512, 512), (512, 10)]
    ]
    x = rng.standard_normal((size, 784)).astype("float32")
    return x, rng.integers(10, size=size), weights


# --8<-- [start:step]
def setup(size, mode, device):
    x, y, weights = start(size)
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        x, y = tf.constant(x), tf.constant(y)
        model = keras.Sequential(
            [
                keras.Input((784,)),
                layers.Dense(512, activation="relu"),
                layers.Dense(512, activation="relu"),
                layers.Dense(10),
            ]
        )
        for layer, weight in zip(model.layers, weights, strict=True):
            layer.kernel.assign(weight)
        model.compile(
            optimizer=keras.optimizers.Adam(1e-5, epsilon=1e-12),
            loss=keras.losses.SparseCategoricalCrossentropy(
                from_logits=True
            ),
        )

    def step():
        return model.train_on_batch(x, y), model, x

    return step


# --8<-- [end:step]
def comparable(value):
    loss, model, x = value
    loss = tf.constant(loss)  # a Python float
    return loss, model.layers[-1].kernel, model(x)  # after the update


if __name__ == "__main__":
    step = setup(64, "train_on_batch", "cpu")
    first_loss, *_ = comparable(step())
    for _ in range(4):
        _, kernel, _ = comparable(step())
    output_kernel = kernel[:256]
    print(f"first loss {first_loss:.4f}")
    print(f"norm of the last kernel {tf.norm(kernel):.4f}")
