import keras
import numpy as np
import tensorflow as tf
from keras import layers

WIDTH, HEADS, BLOCKS = 128, 4, 2


def start(size):
    rng = np.random.default_rng(0)
    shapes = [(128, 384), (128, 128), (128, 512), (512, 128)] * BLOCKS
    weights = [
        rng.standard_normal(shape) / shape[0] ** 0.5
        for shape in [*shapes, (WIDTH, 10)]
    ]
    x = rng.standard_normal((8, size, WIDTH)).astype("float32")
    return x, rng.integers(10, size=8), weights


# --8<-- [start:step]
def block(x):
    normal = layers.LayerNormalization(epsilon=1e-5)(x)
    attention = layers.MultiHeadAttention(
        HEADS, WIDTH // HEADS, use_bias=False
    )
    x = x + attention(normal, normal)
    y = layers.LayerNormalization(epsilon=1e-5)(x)
    y = layers.Dense(4 * WIDTH, activation="gelu")(y)
    return x + layers.Dense(WIDTH)(y)


def setup(size, mode, device):
    x, y, weights = start(size)
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        x, y = tf.constant(x), tf.constant(y)
        inputs = hidden = keras.Input((size, WIDTH))
        for _ in range(BLOCKS):
            hidden = block(hidden)
        pooled = layers.GlobalAveragePooling1D()(hidden)
        model = keras.Model(inputs, layers.Dense(10)(pooled))
        weights = [
            part
            for weight in weights
            for part in np.split(
                weight, 3 if weight.shape[1] == 3 * WIDTH else 1, axis=1
            )
        ]
        kernels = [w for w in model.weights if w.name == "kernel"]
        for kernel, weight in zip(kernels, weights, strict=True):
            kernel.assign(weight.reshape(kernel.shape))
        variables = model.trainable_variables
        optimizer = keras.optimizers.AdamW(
            1e-4, epsilon=1e-12, weight_decay=0.01
        )
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

    return lambda: (train_step(x, y), kernels[-1])


# --8<-- [end:step]
if __name__ == "__main__":
    step = setup(16, "compiled", "cpu")
    losses = []
    for _ in range(5):
        loss, output_kernel = step()
        losses.append(loss)
    print("losses", *(f"{loss:.4f}" for loss in losses))
    print(f"norm of the last kernel {tf.norm(output_kernel):.4f}")
