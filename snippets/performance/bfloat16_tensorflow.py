import numpy as np
import tensorflow as tf


# --8<-- [start:step]
def setup(size, mode, device):
    draw = np.random.default_rng(0).standard_normal
    dtype = tf.as_dtype(mode)
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        a, b = (
            tf.constant(draw((size, size)).astype("float32"))
            for _ in range(2)
        )
        a, b = tf.cast(a, dtype), tf.cast(b, dtype)

    def step():
        return tf.matmul(a, b)

    return step


# --8<-- [end:step]


if __name__ == "__main__":
    product = setup(16, "bfloat16", "cpu")()
    trace = tf.linalg.trace(tf.cast(product, tf.float32))
    print(product.dtype.name, f"{trace:.2f}")
