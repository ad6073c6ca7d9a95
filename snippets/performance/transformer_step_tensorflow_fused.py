import keras
import numpy as np
import tensorflow as tf
from keras import layers

WIDTH, HEADS, BLOCKS = 128, 4, 2
NORM = [(WIDTH,), (WIDTH,)]
ATTENTION = [(WIDTH, 3 * WIDTH), (WIDTH, WIDTH)]
DENSE = [(WIDTH, 4 * WIDTH), (4 * WIDTH,), (4 * WIDTH, WIDTH), (WIDTH,)]
SHAPES = [*NORM, *ATTENTION, *NORM, *DENSE] * BLOCKS


def start(size):
    rng = np.random.default_rng(0)
    weights = [
        0.1 * rng.standard_normal(shape).astype("float32")
        for shape in [*SHAPES, (WIDTH, 10), (10,)]
    ]
    for index in range(0, len(SHAPES), 10):
        weights[index] += 1  # gains of the norms
        weights[index + 4] += 1
    x = rng.standard_normal((8, size, WIDTH)).astype("float32")
    return x, rng.integers(10, size=8), weights


# --8<-- [start:step]
def block(x):
    normal = layers.LayerNormalization(epsilon=1e-5)(x)
    qkv = layers.Dense(3 * WIDTH, use_bias=False)(normal)
    qkv = layers.Reshape((-1, 3, HEADS, WIDTH // HEADS))(qkv)
    q, k, v = keras.ops.unstack(qkv, axis=2)
    mixed = keras.ops.dot_product_attention(q, k, v)
    mixed = layers.Reshape((-1, WIDTH))(mixed)
    x = x + layers.Dense(WIDTH, use_bias=False)(mixed)
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
        model.set_weights(weights)
        variables = model.trainable_variables
        optimizer = keras.optimizers.AdamW(
            3e-5, epsilon=1e-12, weight_decay=0.1
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

    return lambda: (train_step(x, y), variables)


# --8<-- [end:step]
def comparable(value):
    loss, variables = value
    return loss, [
        tf.reshape(part, -1)  # queries, keys and values apart
        for v in variables
        for part in tf.split(
            v, 3 if v.shape[-1] == 3 * WIDTH else 1, -1
        )
    ]


if __name__ == "__main__":
    step = setup(16, "compiled", "cpu")
    losses = []
    for _ in range(20):
        loss, updated = comparable(step())
        losses.append(loss)
    weights = [weight[:150] for weight in updated]
    print("losses", *(f"{loss:.4f}" for loss in losses[::5]))
    print(f"norm of all weights {tf.norm(tf.concat(updated, 0)):.2f}")
