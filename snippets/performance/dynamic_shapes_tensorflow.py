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

    sequences = [draw(size - k * size // 4, 64) for k in range(3)]
    weight = draw(64, 64) / 8

    any_length = [tf.TensorSpec([None, 64], tf.float32)]

    @tf.function(
        input_signature=any_length if mode == "dynamic" else None,
        jit_compile=mode == "xla",
    )
    def forward(x):
        h = tf.tanh(x @ weight)
        scores = tf.nn.softmax(tf.matmul(h, h, transpose_b=True) / 8)
        return tf.reduce_mean(scores @ h, axis=0)

    return lambda: [forward(x) for x in sequences]


# --8<-- [end:step]


if __name__ == "__main__":
    outputs = setup(32, "dynamic", "cpu")()
    for output in outputs:
        print(f"{tf.reduce_sum(output):.4f}")
