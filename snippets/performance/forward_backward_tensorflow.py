import numpy as np
import tensorflow as tf

WIDTHS = [784, 512, 512, 10]


def start(size):
    rng = np.random.default_rng(0)
    weights = [
        rng.standard_normal((fan_in, fan_out)) * (2 / fan_in) ** 0.5
        for fan_in, fan_out in zip(WIDTHS, WIDTHS[1:], strict=False)
    ]
    x = rng.standard_normal((size, WIDTHS[0]))
    return x, rng.integers(WIDTHS[-1], size=size), weights


# --8<-- [start:step]
def setup(size, mode, device):
    x, y, weights = start(size)
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        x = tf.constant(x, tf.float32)
        y = tf.constant(y)
        weights = [tf.Variable(w, dtype=tf.float32) for w in weights]

    def loss_of(x, y):
        for w in weights[:-1]:
            x = tf.nn.relu(x @ w)
        return tf.reduce_mean(
            tf.nn.sparse_softmax_cross_entropy_with_logits(
                y, x @ weights[-1]
            )
        )

    def forward_and_backward(x, y):
        with tf.GradientTape() as tape:
            loss = loss_of(x, y)
        return loss, *tape.gradient(loss, weights)

    work = forward_and_backward
    if mode.startswith("forward"):
        work = loss_of
    if not mode.endswith("eager"):
        work = tf.function(work, jit_compile=mode.endswith("xla"))
    return lambda: work(x, y)


# --8<-- [end:step]
if __name__ == "__main__":
    loss_alone = setup(64, "forward eager", "cpu")()
    loss, *gradients = setup(64, "both eager", "cpu")()
    norms = [tf.norm(w) for w in gradients]
    output_gradient = gradients[-1][:64]
    print(f"loss {loss_alone:.4f}, with the backward pass {loss:.4f}")
    print("gradient norms:", *(f"{norm:.4f}" for norm in norms))
