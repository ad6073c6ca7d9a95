import numpy as np
import tensorflow as tf


# --8<-- [start:step]
def setup(size, mode, device):
    draw = np.random.default_rng(0).standard_normal
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        x = tf.constant(draw((size, 1024), "float32"))
    axis, how = mode.split()
    axis = {"first": 0, "last": 1}[axis]

    def reduce(x):
        return tf.reduce_sum(x, axis), tf.reduce_mean(x, axis)

    if how != "eager":
        reduce = tf.function(reduce, jit_compile=how == "xla")
    return lambda: reduce(x)


# --8<-- [end:step]
if __name__ == "__main__":
    first = setup(64, "first eager", "cpu")()
    last = setup(64, "last eager", "cpu")()
    for name, (total, mean) in {"first": first, "last": last}.items():
        print(f"{name} axis: {len(total)} sums and means,")
        print(f"  the first ones {total[0]:.3f} and {mean[0]:.3f}")
