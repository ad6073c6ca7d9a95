import keras
import numpy as np
import tensorflow as tf
from keras import layers

SHAPES = [(32, 4 * 128), (128, 4 * 128), (4 * 128,), (128, 10), (10,)]


def start(size):
    rng = np.random.default_rng(0)
    weights = [
        0.1 * rng.standard_normal(shape).astype("float32")
        for shape in SHAPES
    ]
    x = rng.standard_normal((32, size, 32)).astype("float32")
    return x, rng.integers(10, size=32), weights


# --8<-- [start:step]
def setup(size, mode, device):
    x, y, weights = start(size)
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        x, y = tf.constant(x), tf.constant(y)
        model = keras.Sequential(
            [
                keras.Input((size, 32)),
                layers.LSTM(
                    128,
                    unit_forget_bias=False,
                    unroll=mode == "unrolled",
                ),
                layers.Dense(10),
            ]
        )
        model.set_weights(weights)
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

    return lambda: (train_step(x, y), variables)


# --8<-- [end:step]
if __name__ == "__main__":
    step = setup(16, "compiled", "cpu")
    losses = []
    for _ in range(20):
        loss, updated = step()
        losses.append(loss)
    weights = [tf.reshape(weight, -1)[:700] for weight in updated]
    print("losses", *(f"{loss:.4f}" for loss in losses[::5]))
    print("norms", *(f"{tf.norm(weight):.4f}" for weight in updated))
