import keras
import numpy as np
import tensorflow as tf
from keras import layers

draw = np.random.default_rng(0).standard_normal
weight = draw((2, 3, 3, 3), "float32")
images = draw((1, 3, 8, 7), "float32")
upstream = draw((1, 2, 4, 4), "float32")

kernel = weight.transpose(2, 3, 1, 0)
images = tf.constant(images.transpose(0, 2, 3, 1))
upstream = tf.constant(upstream.transpose(0, 2, 3, 1))


def convolve(*parts):
    model = keras.Sequential([keras.Input((8, 7, 3)), *parts])
    model.set_weights([kernel])
    with tf.GradientTape() as tape:
        maps = model(images)
    (gradient,) = tape.gradient(
        maps, model.trainable_variables, output_gradients=upstream
    )
    return maps, gradient


usual, as_keras_gradient = convolve(
    layers.Conv2D(2, 3, strides=2, padding="same", use_bias=False)
)
as_keras = usual

as_pytorch, as_pytorch_gradient = convolve(
    layers.ZeroPadding2D(1),
    layers.Conv2D(2, 3, strides=2, use_bias=False),
)

output_shape = tuple(usual.shape)
print("shape:", output_shape)
print('padding="same":', usual[0, 0, 0].numpy().round(4))
print("as in PyTorch: ", as_pytorch[0, 0, 0].numpy().round(4))
