import numpy as np
import tensorflow as tf


# --8<-- [start:step]
def setup(size, mode, device):
    draw = np.random.default_rng(0).random
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        x = tf.constant(draw(size * 2**18, "float32"))

    def copy(x):
        if mode == "xla":  # a compiled function returns new memory
            return tf.identity(x)
        return tf.raw_ops.DeepCopy(x=x)  # tf.identity shares memory

    if mode != "eager":
        copy = tf.function(copy, jit_compile=mode == "xla")
    return lambda: copy(x)


# --8<-- [end:step]
if __name__ == "__main__":
    copy = setup(1, "eager", "cpu")()
    part = copy[:1000]
    print(len(copy), "numbers, of which the first are")
    print(*(f"{value:.4f}" for value in copy[:6]))
