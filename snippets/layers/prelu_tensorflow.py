import numpy as np
import tensorflow as tf
from keras import initializers, layers

draw = np.random.default_rng(0).standard_normal
slopes = np.array([0.1, 0.4, -0.2], "float32")
images = draw((2, 3, 4, 5), "float32")
upstream = draw((2, 3, 4, 5), "float32")
images = tf.constant(images.transpose(0, 2, 3, 1))
upstream = tf.constant(upstream.transpose(0, 2, 3, 1))

default = layers.PReLU()
by_default = default(images)
slopes_by_default = default.count_params()
one_slope = layers.PReLU(
    alpha_initializer=initializers.Constant(0.25),
    shared_axes=[1, 2, 3],
)(images)

prelu = layers.PReLU(shared_axes=[1, 2])
prelu.build(tuple(images.shape))
prelu.set_weights([slopes.reshape(1, 1, 3)])
with tf.GradientTape() as tape:
    tape.watch(images)
    slope_for_each_channel = prelu(images)
gradient, input_gradient = tape.gradient(
    slope_for_each_channel,
    [prelu.alpha, images],
    output_gradients=upstream,
)
slope_gradient = gradient[0, 0]

print("slopes by default:", slopes_by_default)
print("first pixel:", by_default[0, 0, 0].numpy().round(4))
pixel = slope_for_each_channel[0, 0, 0].numpy().round(4)
print("three slopes:", pixel)
print("their gradient:", slope_gradient.numpy().round(4))
