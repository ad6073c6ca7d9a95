import keras
import numpy as np
import tensorflow as tf
from keras import layers

WIDTH, BLOCKS = 128, 8


def start(size):
    rng = np.random.default_rng(0)
    shapes = [(WIDTH, 4 * WIDTH), (4 * WIDTH, WIDTH)] * BLOCKS
    weights = [
        rng.standard_normal(shape) / shape[0] ** 0.5
        for shape in [*shapes, (WIDTH, 10)]
    ]
    x = rng.standard_normal((size, WIDTH)).astype("float32")
    return x, rng.integers(10, size=size), weights


# --8<-- [start:step]
def block():
    inputs = keras.Input((WIDTH,))
    x = layers.LayerNormalization(epsilon=1e-5)(inputs)
    x = layers.Dense(4 * WIDTH, activation="gelu")(x)
    return keras.Model(inputs, inputs + layers.Dense(WIDTH)(x))


def setup(size, mode, device):
    x, y, weights = start(size)
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        x, y = tf.constant(x), tf.constant(y)
        blocks = [block() for _ in range(BLOCKS)]
        checkpointed = [keras.remat(block) for block in blocks]
        head = layers.Dense(10)
        head.build((None, WIDTH))
        variables = [
            variable
            for part in [*blocks, head]
            for variable in part.trainable_variables
        ]
        kernels = [v for v in variables if v.name == "kernel"]
        for kernel, weight in zip(kernels, weights, strict=True):
            kernel.assign(weight)
        optimizer = keras.optimizers.SGD(0.01)
        optimizer.build(variables)

    @tf.function(
        input_signature=[
            tf.TensorSpec([None, WIDTH], tf.float32),
            tf.TensorSpec([None], tf.int64),
        ],
    )
    def train_step(x, y):
        with tf.GradientTape() as tape:
            for block in checkpointed:
                x = block(x)
            loss = tf.reduce_mean(
                tf.nn.sparse_softmax_cross_entropy_with_logits(
                    y, head(x)
                )
            )
        gradients = tape.gradient(loss, variables)
        optimizer.apply(gradients, variables)
        return loss

    train_step(x[:2], y[:2])
    return lambda: (train_step(x, y), head.kernel)


# --8<-- [end:step]
if __name__ == "__main__":
    step = setup(64, "compiled", "cpu")
    losses = []
    for _ in range(5):
        loss, output_kernel = step()
        losses.append(loss)
    print("losses", *(f"{loss:.4f}" for loss in losses))
    print(f"norm of the last kernel {tf.norm(output_kernel):.4f}")
