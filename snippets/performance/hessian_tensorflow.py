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

    def forward(x):
        def column(direction):
            with tf.autodiff.ForwardAccumulator(x, direction) as outer:
                with tf.GradientTape() as inner:
                    inner.watch(x)
                    y = function(x)
                gradient = inner.gradient(y, x)
            return outer.jvp(gradient)

        return tf.vectorized_map(column, tf.eye(len(x)))

    def reverse(x):
        with tf.GradientTape() as outer:
            outer.watch(x)
            with tf.GradientTape() as inner:
                inner.watch(x)
                y = function(x)
            gradient = inner.gradient(y, x)
        return outer.jacobian(gradient, x)

    hessian = tf.function(
        forward if mode.startswith("forward") else reverse,
        jit_compile=mode.endswith("xla"),
    )
    return lambda: hessian(x)


# --8<-- [end:step]
if __name__ == "__main__":
    hessian = setup(16, "reverse", "cpu")()
    print("shape", tuple(hessian.shape))
    print("first row", *(f"{v:.4f}" for v in hessian[0, :6]))
