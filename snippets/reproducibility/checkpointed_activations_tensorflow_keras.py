import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops

rng = np.random.default_rng(0)


def draw(*shape):
    values = rng.normal(size=shape) / shape[0] ** 0.5
    return values.astype("float32")


x, y = 8 * draw(64, 8), 8 * draw(64, 1)
start = [draw(8, 32), draw(32, 32), draw(32, 1)]
calls = []


class Block(layers.Layer):
    def build(self, input_shape):
        self.first = self.add_weight(shape=(input_shape[-1], 32))
        self.second = self.add_weight(shape=(32, 32))

    def call(self, x):
        calls.append(1)
        hidden = ops.tanh(ops.matmul(x, self.first))
        return ops.tanh(ops.matmul(hidden, self.second))


def run(mode):
    calls.clear()
    with keras.RematScope(mode=mode):
        block = Block()
    head = layers.Dense(1, use_bias=False)
    block.build((None, 8))
    head.build((None, 32))
    weights = [*block.trainable_weights, *head.trainable_weights]
    for weight, values in zip(weights, start, strict=True):
        weight.assign(values)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(head(block(x)) - y))
    return tape.gradient(loss, weights), len(calls)


gradients, forward_runs = run(mode=None)
gradients_recomputed, forward_runs_recomputed = run(mode="full")
gradient_difference = max(
    float(tf.reduce_max(tf.abs(a - b)))
    for a, b in zip(gradients, gradients_recomputed, strict=True)
)
print("kept:      ", forward_runs, "run")
print("recomputed:", forward_runs_recomputed, "runs")
