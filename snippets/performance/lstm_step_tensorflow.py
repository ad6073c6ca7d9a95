import keras
import numpy as np
import tensorflow as tf
from keras import layers


def start(size):
    rng = np.random.default_rng(0)
    weights = [
        rng.standard_normal(shape) / shape[0] ** 0.5
        for shape in [(32, 4 * 128), (128, 4 * 128), (128, 10)]
    ]
    x = rng.standard_normal((32, size, 32)).astype("float32")
    return x, rng.integers(10, size=32), weights


# --8<-- [start:step]
def setup(size, mode, device):
    x, y, (kernel, recurrent, head) = start(size)
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        x, y = tf.constant(x), tf.constant(y)
        model = keras.Sequential(
            [
                keras.Input((size, 32)),
                layers.LSTM(128, unit_forget_bias=False),
                layers.Dense(10),
            ]
        )
        lstm, output = model.layers
        lstm.cell.kernel.assign(kernel)
        lstm.cell.recurrent_kernel.assign(recurrent)
        output.kernel.assign(head)
        variables = model.trainable_variables
        optimizer = keras.optimizers.Adam(1e-4, epsilon=1e-12)
        optimizer.build(variables)

    @tf.function(jit_compile=mode == "xla")
    def train_step(x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(
                tf.nn.sparse_softmax_cross_entropy_with_logits(
                    y, model(x, training=True)
                )
            )
        gradients = tape.gradient(loss, variables)
        optimizer.apply(gradients, variables)
        return loss

    return lambda: (train_step(x, y), output.kernel)


# --8<-- [end:step]
if __name__ == "__main__":
    step = setup(16, "compiled", "cpu")
    losses = []
    for _ in range(5):
        loss, output_kernel = step()
        losses.append(loss)
    print("losses", *(f"{loss:.4f}" for loss in losses))
    print(f"norm of the last kernel {tf.norm(output_kernel):.4f}")
