import numpy as np
import tensorflow as tf


# --8<-- [start:step]
def setup(size, mode, device):
    draw = np.random.default_rng(0).standard_normal
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        x = tf.constant(draw(size, "float32"))

    def clipped_huber(x):
        z = (x - 0.5) * 2.0
        loss = tf.sqrt(z * z + 1.0) - 1.0
        return tf.minimum(loss, 2.0) * 0.5

    if mode != "eager":
        clipped_huber = tf.function(
            clipped_huber, jit_compile=mode == "xla"
        )
    return lambda: clipped_huber(x)


# --8<-- [end:step]
if __name__ == "__main__":
    loss = setup(1000, "eager", "cpu")()
    print(*(f"{value:.4f}" for value in loss[:8]))
