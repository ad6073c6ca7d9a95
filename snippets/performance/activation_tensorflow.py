import numpy as np
import tensorflow as tf


# --8<-- [start:step]
def setup(size, mode, device):
    draw = np.random.default_rng(0).standard_normal
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        x, upstream = (
            tf.constant(draw(size, "float32")) for _ in range(2)
        )
    name, how = mode.split("_")
    activation = getattr(tf.nn, name)

    def with_gradient(x, upstream):
        with tf.GradientTape() as tape:
            tape.watch(x)
            y = activation(x)
        return y, tape.gradient(y, x, upstream)

    if how == "compiled":
        with_gradient = tf.function(with_gradient)
    return lambda: with_gradient(x, upstream)


# --8<-- [end:step]
if __name__ == "__main__":
    # --8<-- [start:saved]
    relu = setup(1000, "relu_compiled", "cpu")()
    gelu = setup(1000, "gelu_compiled", "cpu")()
    print("relu", *(f"{value:.3f}" for value in relu[1][:6]))
    print("gelu", *(f"{value:.3f}" for value in gelu[1][:6]))
    # --8<-- [end:saved]
