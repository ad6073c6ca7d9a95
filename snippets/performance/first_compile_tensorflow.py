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

    x = draw(32, 64)
    weights = [draw(64, 64) / 8 for _ in range(size)]

    def step():
        @tf.function(jit_compile=mode == "xla")
        def forward(x):
            for weight in weights:
                x = tf.tanh(x @ weight)
            return x

        return forward(x)

    return step


# --8<-- [end:step]


if __name__ == "__main__":
    output = setup(3, "compiled", "cpu")()
    print(output.shape)
