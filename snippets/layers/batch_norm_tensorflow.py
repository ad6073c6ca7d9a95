import numpy as np
import tensorflow as tf
from keras import layers

draw = np.random.default_rng(0).standard_normal
spread = np.array([0.5, 2.0, 1.0], "float32")
batches = tf.constant(2 + spread * draw((20, 6, 3), "float32"))
new = tf.constant(2 + spread * draw((4, 3), "float32"))
upstream = tf.constant(draw((6, 3), "float32"))
weight, bias = draw((2, 3), "float32")


def build(**settings):
    norm = layers.BatchNormalization(**settings)
    norm.build((None, 3))
    norm.gamma.assign(weight)
    norm.beta.assign(bias)
    return norm


default = build()
kept_by_default, epsilon_by_default = default.momentum, default.epsilon
for batch in batches:
    default(batch, training=True)
inference_by_default = default(new)

norm = build(momentum=0.9, epsilon=1e-5)
first = batches[0]
with tf.GradientTape() as tape:
    tape.watch(first)
    training_outputs = norm(first, training=True)
training_gradients = tape.gradient(
    training_outputs,
    {"weight": norm.gamma, "bias": norm.beta, "input": first},
    output_gradients=upstream,
)
for batch in batches[1:]:
    norm(batch, training=True)
running_mean = norm.moving_mean
running_variance = norm.moving_variance.numpy()

# What is left of the start value 1 has no bias to correct.
left = 0.9**20
corrected_variance = left + (running_variance - left) * 6 / 5
norm.moving_variance.assign(corrected_variance)
inference = norm(new)

print(f"kept {kept_by_default:g}, epsilon {epsilon_by_default:g}")
print("inference by default:", inference_by_default[0].numpy().round(4))
print("running mean:", running_mean.numpy().round(4))
print("running variance:", running_variance.round(4))
print("corrected variance:", corrected_variance.round(4))
print("inference:", inference[0].numpy().round(4))
