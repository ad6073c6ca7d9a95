import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)


def draw(*shape):
    values = rng.normal(size=shape) / shape[0] ** 0.5
    return tf.constant(values, dtype=tf.float32)


x, y = 8 * draw(64, 8), 8 * draw(64, 1)
shapes = [(8, 32), (32, 32), (32, 1)]
weights = [tf.Variable(draw(*shape)) for shape in shapes]
calls = []


def block(x):
    calls.append(1)
    return tf.tanh(tf.tanh(x @ weights[0]) @ weights[1])


def run(block):
    calls.clear()
    with tf.GradientTape() as tape:
        error = block(x) @ weights[2] - y
        loss = tf.reduce_mean(tf.square(error))
    return tape.gradient(loss, weights), len(calls)


gradients, forward_runs = run(block)
gradients_recomputed, forward_runs_recomputed = run(
    tf.recompute_grad(block)
)
gradient_difference = max(
    float(tf.reduce_max(tf.abs(a - b)))
    for a, b in zip(gradients, gradients_recomputed, strict=True)
)
print("kept:      ", forward_runs, "run")
print("recomputed:", forward_runs_recomputed, "runs")
