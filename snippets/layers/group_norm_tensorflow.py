import numpy as np
import tensorflow as tf
from keras import layers

draw = np.random.default_rng(0).standard_normal
images = draw((2, 6, 4, 3), "float32")
upstream = draw((2, 6, 4, 3), "float32")
weight, bias = draw((2, 6), "float32")
images = tf.constant(0.05 * images.transpose(0, 2, 3, 1))
upstream = tf.constant(upstream.transpose(0, 2, 3, 1))


def build(**settings):
    norm = layers.GroupNormalization(groups=2, **settings)
    norm.build(tuple(images.shape))
    norm.set_weights([weight, bias])
    return norm


by_default = with_epsilon_of_keras = build()(images)
norm = build(epsilon=1e-5)
with tf.GradientTape() as tape:
    tape.watch(images)
    outputs = norm(images)
gradients = tape.gradient(
    outputs,
    {"weight": norm.gamma, "bias": norm.beta, "input": images},
    output_gradients=upstream,
)
# One group for each channel.
instance = layers.GroupNormalization(
    groups=-1, epsilon=1e-5, center=False, scale=False
)(images)

print("by default:", by_default[0, 0, 0].numpy().round(4))
print("groups:  ", outputs[0, 0, 0].numpy().round(4))
print("instance:", instance[0, 0, 0].numpy().round(4))
