import keras
import numpy as np
import tensorflow as tf

draw = np.random.default_rng(0).standard_normal
weight, bias = draw((2, 3, 3, 3), "float32"), draw(3, "float32")
even_weight = draw((2, 3, 4, 4), "float32")
images = draw((1, 2, 3, 4), "float32")
upstream = draw((1, 3, 6, 8), "float32")

images = tf.constant(images.transpose(0, 2, 3, 1))
upstream = tf.constant(upstream.transpose(0, 2, 3, 1))


def layer(weight, padding):
    size = weight.shape[2:]
    layer = keras.layers.Conv2DTranspose(
        3, size, strides=2, padding=padding
    )
    layer.build(tuple(images.shape))
    layer.set_weights([weight.transpose(2, 3, 1, 0), bias])
    return layer


unpadded = layer(weight, "valid")
weight_shape = tuple(unpadded.kernel.shape)
whole = unpadded(images)
as_pytorch = whole[:, 1:, 1:]

padded = layer(weight, "same")
with tf.GradientTape() as tape:
    doubled = padded(images)
as_keras = doubled
as_keras_gradient = tape.gradient(
    doubled, padded.kernel, output_gradients=upstream
)

even = layer(even_weight, "same")
with tf.GradientTape() as tape:
    even_kernel = even(images)
even_kernel_gradient = tape.gradient(
    even_kernel, even.kernel, output_gradients=upstream
)

print("kernel:", weight_shape)
print('padding="valid":', tuple(whole.shape))
print('padding="same":', tuple(doubled.shape))
print("  ", doubled[0, 0, 0].numpy().round(4))
print("first row and column cropped:", tuple(as_pytorch.shape))
print("  ", as_pytorch[0, 0, 0].numpy().round(4))
