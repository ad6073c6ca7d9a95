import numpy as np
import tensorflow as tf


# --8<-- [start:step]
def setup(size, mode, device):
    rng = np.random.default_rng(0)
    table = rng.standard_normal((50_000, 128), "float32")
    words = rng.integers(50_000, size=(size, 16))
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        table, words = tf.constant(table), tf.constant(words)
        words = tf.reshape(words, [-1])
        bags = tf.repeat(tf.range(size), 16)

    def look_up(words, table):
        return tf.sparse.segment_sum(table, words, bags)

    if mode == "compiled":
        look_up = tf.function(look_up)
    return lambda: look_up(words, table)


# --8<-- [end:step]
if __name__ == "__main__":
    sums = setup(16, "eager", "cpu")()
    print("shape", tuple(sums.shape))
    print("first sum", *(f"{value:.3f}" for value in sums[0, :6]))
