import keras
import numpy as np
import tensorflow as tf
from keras import layers


# --8<-- [start:step]
def setup(size, mode, device):
    rng = np.random.default_rng(0)

    def draw(*shape):
        return rng.standard_normal(shape).astype("float32")

    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        x = tf.cast(tf.constant(draw(size, 512)), mode)
        model = keras.Sequential(
            [
                keras.Input((512,), dtype=mode),
                layers.Dense(1024, activation="relu", dtype=mode),
                layers.Dense(1024, activation="relu", dtype=mode),
                layers.Dense(16, dtype=mode),
            ]
        )
    for layer in model.layers:
        layer.kernel.assign(draw(*layer.kernel.shape) / 32)

    @tf.function
    def forward(x):
        return model(x, training=False)

    return lambda: forward(x)


# --8<-- [end:step]


if __name__ == "__main__":
    output = setup(4, "bfloat16", "cpu")()
    choices = tf.argmax(output, axis=1).numpy().tolist()
    print(output.dtype.name, choices)
