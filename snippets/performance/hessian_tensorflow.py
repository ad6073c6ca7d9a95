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
        return tf.reduce_sum(x**2)

    @tf.function(jit_compile=mode == "xla")
    def hessian(x):
        with tf.GradientTape() as outer:
            outer.watch(x)
            with tf.GradientTape() as inner:
                inner.watch(x)
                y = function(x)
            gradient = inner.gradient(y, x)
        return outer.jacobian(gradient, x)

    return lambda: hessian(x)


# --8<-- [end:step]
if __name__ == "__main__":
    hessian = setup(16, "compiled", "cpu")()
    print("shape", tuple(hessian.shape))
    print("first row", *(f"{v:.4f}" for v in hessian[0, :6]))
