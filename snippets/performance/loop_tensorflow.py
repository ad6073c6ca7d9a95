import numpy as np
import tensorflow as tf


# --8<-- [start:step]
def setup(size, mode, device):
    rng = np.random.default_rng(0)
    where = "GPU:0" if device == "cuda" else "CPU:0"

    def draw(*shape):
        values = rng.standard_normal(shape).astype("float32")
        with tf.device(where):
            return tf.constant(values)

    x = draw(50, 32, size)
    w, u = draw(size, size) / size, draw(size, size) / size

    def cell(x_t, h):
        return tf.tanh(x_t @ w + h @ u)

    if mode == "compiled_cell":
        cell = tf.function(cell)

    def loop(x):
        rows = tf.unstack(x)
        h = tf.zeros_like(rows[0])
        for x_t in rows:
            h = cell(x_t, h)
        return h

    def captured_loop(x):
        h = tf.zeros_like(x[0])
        for t in tf.range(50):
            h = cell(x[t], h)
        return h

    if mode == "unrolled":
        loop = tf.function(loop)
    elif mode in ("compiled", "xla"):
        loop = tf.function(captured_loop, jit_compile=mode == "xla")
    return lambda: loop(x)


# --8<-- [end:step]


if __name__ == "__main__":
    final_state = setup(16, "eager", "cpu")()
    print(f"{tf.reduce_sum(final_state):.4f}")
