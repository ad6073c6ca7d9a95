import keras
import numpy as np
import tensorflow as tf
from keras import layers

draw = np.random.default_rng(0).standard_normal
weight = draw((4, 2, 3, 3), "float32")
images = draw((2, 2, 6, 5), "float32")
upstream = draw((2, 4, 4, 3), "float32")

kernel = weight.transpose(2, 3, 1, 0)
images = tf.constant(images.transpose(0, 2, 3, 1))
upstream = tf.constant(upstream.transpose(0, 2, 3, 1))
keras.utils.set_random_seed(0)


def normalised(layer, images, **options):
    layer = layers.SpectralNormalization(layer, **options)
    layer.build(images.shape)
    layer.layer.set_weights([kernel])
    return layer


def norm(kernel):
    matrix = tf.reshape(kernel, (-1, kernel.shape[-1]))
    return tf.linalg.svd(matrix, compute_uv=False)[0]


untrained = normalised(layers.Conv2D(4, 3, use_bias=False), images)
untrained(images)
norm_at_start = float(norm(untrained.layer.kernel))

layer = normalised(
    layers.Conv2D(4, 3, use_bias=False), images, power_iterations=200
)
trained = layer.layer.kernel
with tf.GradientTape() as tape:
    maps = layer(images, training=True)
gradient = tape.gradient(maps, trained, output_gradients=upstream)
gradient_after_division = gradient

keras.optimizers.SGD(0.02).apply([gradient], [trained])
layer(images)
norm_after_step = float(norm(trained))

plain = tf.constant(kernel)
with tf.GradientTape() as tape:
    tape.watch(plain)
    divided = plain / norm(plain)
    by_hand = tf.nn.conv2d(images, divided, 1, "VALID")
gradient_through_division = tape.gradient(
    by_hand, plain, output_gradients=upstream
)

# the same array, now with four inputs and two outputs
small = tf.constant(draw((2, 4, 3, 3), "float32"))
small = tf.transpose(small, (0, 2, 3, 1))
transposed = normalised(
    layers.Conv2DTranspose(2, 3, use_bias=False),
    small,
    power_iterations=200,
)(small, training=True)
transposed_by_inputs = transposed

print(f"largest singular value of the weight: {norm(kernel):.2f}")
print(f"used before training: {norm_at_start:.2f}")
print(f"used after a step:    {norm_after_step:.2f}")
print("weights kept:", *(weight.name for weight in layer.weights))
