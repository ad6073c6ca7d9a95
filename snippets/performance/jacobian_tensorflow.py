import numpy as np
import tensorflow as tf


def start(size):
    draw = np.random.default_rng(0).standard_normal
    weights = [draw((size, size)) / size**0.5 for _ in range(3)]
    return draw(size), weights


# --8<-- [start:step]
def setup(size, mode, device):
    x, weights = start(size)
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        x, *weights = (
            tf.constant(a, tf.float32) for a in (x, *weights)
        )

    def function(x):
        x = x[tf.newaxis]
        for w in weights:
            x = tf.tanh(x @ w)
        return x[0]

    @tf.function(jit_compile=mode == "xla")
    def jacobian(x):
        with tf.GradientTape() as tape:
            tape.watch(x)
            y = function(x)
        return tape.jacobian(y, x)

    return lambda: jacobian(x)


# --8<-- [end:step]
if __name__ == "__main__":
    jacobian = setup(16, "compiled", "cpu")()
    print("shape", tuple(jacobian.shape))
    print("first row", *(f"{v:.4f}" for v in jacobian[0, :6]))
