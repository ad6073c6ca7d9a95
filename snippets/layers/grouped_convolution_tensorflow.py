import keras
import numpy as np
import tensorflow as tf

draw = np.random.default_rng(0).standard_normal
weight, bias = draw((6, 2, 3, 3), "float32"), draw(6, "float32")
images = draw((2, 4, 5, 6), "float32")
upstream = draw((2, 6, 3, 4), "float32")

images = tf.constant(images.transpose(0, 2, 3, 1))
upstream = tf.constant(upstream.transpose(0, 2, 3, 1))

layer = keras.layers.Conv2D(6, 3, groups=2)
layer.build(tuple(images.shape))
layer.set_weights([weight.transpose(2, 3, 1, 0), bias])
with tf.GradientTape() as tape:
    tape.watch(images)
    outputs = layer(images)
kernel_gradient, bias_gradient, input_gradient = tape.gradient(
    outputs,
    [layer.kernel, layer.bias, images],
    output_gradients=upstream,
)

print("kernel:", tuple(layer.kernel.shape))
print("first pixel:", outputs[0, 0, 0].numpy().round(4))
