import numpy as np
import tensorflow as tf


# --8<-- [start:step]
def setup(size, mode, device):
    rng = np.random.default_rng(0)
    lengths = 2 + rng.permutation(1023)[:size]
    where = "GPU:0" if device == "cuda" else "CPU:0"
    with tf.device(where):
        x, weight = (
            tf.constant(rng.standard_normal((n, 8)) / 3, tf.float32)
            for n in (1024, 8)
        )

    def forward(rows):
        return tf.reduce_mean(tf.tanh(rows @ weight), axis=0)

    any_length = [tf.TensorSpec([None, 8], tf.float32)]

    def step():
        new = tf.function(
            forward,
            input_signature=any_length
            if mode == "told_before"
            else None,
            reduce_retracing=mode == "reduce_retracing",
        )
        return [new(x[:length]) for length in lengths]

    return step


# --8<-- [end:step]


if __name__ == "__main__":
    outputs = setup(4, "default", "cpu")()
    for output in outputs:
        print(f"{tf.reduce_sum(output):.4f}")
