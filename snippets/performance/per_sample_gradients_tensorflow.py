import numpy as np
import tensorflow as tf


def start(size):
    rng = np.random.default_rng(0)
    weights = [
        rng.standard_normal(shape) * (2 / shape[0]) ** 0.5
        for shape in [(64, 128), (128, 10)]
    ]
    x = rng.standard_normal((size, 64))
    return x, rng.integers(10, size=size), weights


# --8<-- [start:step]
def setup(size, mode, device):
    x, y, weights = start(size)
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        x, *weights = (
            tf.constant(a, tf.float32) for a in (x, *weights)
        )
        y = tf.constant(y)

    def gradient(sample):
        x, y = sample
        with tf.GradientTape() as tape:
            tape.watch(weights)
            hidden = tf.nn.relu(x[tf.newaxis] @ weights[0])
            loss = tf.nn.sparse_softmax_cross_entropy_with_logits(
                y[tf.newaxis], hidden @ weights[1]
            )
        return tape.gradient(loss, weights)

    @tf.function(jit_compile=mode == "xla")
    def gradients(x, y):
        return tf.vectorized_map(gradient, (x, y))

    return lambda: gradients(x, y)


# --8<-- [end:step]
if __name__ == "__main__":
    hidden, output = setup(3, "compiled", "cpu")()
    output_gradients = output
    norms = tf.norm(tf.reshape(hidden, (3, -1)), axis=1)
    print("shapes", tuple(hidden.shape), tuple(output.shape))
    print("norm of each", *(f"{norm:.4f}" for norm in norms))
