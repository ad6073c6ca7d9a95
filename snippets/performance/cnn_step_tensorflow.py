import keras
import numpy as np
import tensorflow as tf
from keras import layers

KERNELS = [(3, 3, 3, 32), (3, 3, 32, 64), (64, 10)]


def start(size):
    rng = np.random.default_rng(0)
    weights = []
    for shape in KERNELS:
        scale = (2 / np.prod(shape[:-1])) ** 0.5
        weights.append(scale * rng.standard_normal(shape))
        weights.append(0.1 * rng.standard_normal(shape[-1:]))
    images = rng.standard_normal((size, 32, 32, 3)).astype("float32")
    return images, rng.integers(10, size=size), weights


# --8<-- [start:step]
def setup(size, mode, device):
    x, y, weights = start(size)
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        x, y = tf.constant(x), tf.constant(y)
        model = keras.Sequential(
            [
                keras.Input((32, 32, 3)),
                layers.Conv2D(32, 3, padding="same", activation="relu"),
                layers.MaxPooling2D(),
                layers.Conv2D(64, 3, padding="same", activation="relu"),
                layers.GlobalAveragePooling2D(),
                layers.Dense(10),
            ]
        )
        model.set_weights(weights)
        variables = model.trainable_variables
        optimizer = keras.optimizers.SGD(0.001, momentum=0.9)
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
    for _ in range(10):
        loss, updated = step()
        losses.append(loss)
    weights = [tf.reshape(weight, -1)[:600] for weight in updated]
    print("losses", *(f"{loss:.4f}" for loss in losses[::3]))
    print("norms", *(f"{tf.norm(weight):.4f}" for weight in updated))
