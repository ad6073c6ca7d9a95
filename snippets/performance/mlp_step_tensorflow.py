import keras
import numpy as np
import tensorflow as tf
from keras import layers


def start(size):
    rng = np.random.default_rng(0)
    weights = [
        rng.standard_normal((fan_in, fan_out)) * (2 / fan_in) ** 0.5
        for fan_in, fan_out in [(784, 512), (512, 512), (512, 10)]
    ]
    x = rng.standard_normal((size, 784)).astype("float32")
    return x, rng.integers(10, size=size), weights


# --8<-- [start:step]
def setup(size, mode, device):
    x, y, weights = start(size)
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        x, y = tf.constant(x), tf.constant(y)
        model = keras.Sequential(
            [
                keras.Input((784,)),
                layers.Dense(512, activation="relu"),
                layers.Dense(512, activation="relu"),
                layers.Dense(10),
            ]
        )
        for layer, weight in zip(model.layers, weights, strict=True):
            layer.kernel.assign(weight)
        variables = model.trainable_variables
        optimizer = keras.optimizers.Adam(1e-5, epsilon=1e-12)
        optimizer.build(variables)

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

    if mode != "eager":
        train_step = tf.function(train_step, jit_compile=mode == "xla")
    return lambda: (train_step(x, y), model, x)


# --8<-- [end:step]
def comparable(value):
    loss, model, x = value
    return loss, model.layers[-1].kernel, model(x)  # after the update


if __name__ == "__main__":
    step = setup(64, "compiled", "cpu")
    losses = []
    for _ in range(5):
        loss, kernel, _ = comparable(step())
        losses.append(loss)
    first_loss, output_kernel = losses[0], kernel[:256]
    print("losses", *(f"{loss:.4f}" for loss in losses))
    print(f"norm of the last kernel {tf.norm(kernel):.4f}")
