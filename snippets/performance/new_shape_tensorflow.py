import numpy as np
import tensorflow as tf


# --8<-- [start:step]
def setup(size, mode, device):
    rng = np.random.default_rng(0)
    lengths = iter(2 + rng.permutation(size - 1))
    where = "GPU:0" if device == "cuda" else "CPU:0"
    with tf.device(where):
        x, weight = (
            tf.constant(rng.standard_normal((n, 8)) / 3, tf.float32)
            for n in (size, 8)
        )

    @tf.function(
        jit_compile=mode == "xla",
        reduce_retracing=mode == "reduce_retracing",
    )
    def forward(rows):
        return tf.reduce_mean(tf.tanh(rows @ weight), axis=1)

    def step():
        return forward(x[: next(lengths)])

    step()
    return step


# --8<-- [end:step]


if __name__ == "__main__":
    step = setup(64, "compiled", "cpu")
    outputs = [step() for _ in range(4)]
    for output in outputs:
        print(f"{tf.reduce_sum(output):.4f}")
