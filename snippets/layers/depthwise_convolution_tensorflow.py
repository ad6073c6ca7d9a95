import keras
import numpy as np
import tensorflow as tf

draw = np.random.default_rng(0).standard_normal
weight, bias = draw((6, 1, 3, 3), "float32"), draw(6, "float32")
images = draw((2, 3, 7, 6), "float32")
upstream = draw((2, 6, 7, 6), "float32")

images = tf.constant(images.transpose(0, 2, 3, 1))
upstream = tf.constant(upstream.transpose(0, 2, 3, 1))

layer = keras.layers.DepthwiseConv2D(
    3, depth_multiplier=2, dilation_rate=2, padding="same"
)
layer.build(tuple(images.shape))
# Two outputs for each of three channels, in this order.
kernel = weight.reshape(3, 2, 3, 3).transpose(2, 3, 0, 1)
layer.set_weights([kernel, bias])
with tf.GradientTape() as tape:
    tape.watch(images)
    outputs = layer(images)
gradient, bias_gradient, input_gradient = tape.gradient(
    outputs,
    [layer.kernel, layer.bias, images],
    output_gradients=upstream,
)
weight_gradient = (
    gradient.numpy().transpose(2, 3, 0, 1).reshape(6, 1, 3, 3)
)

print("kernel:", tuple(layer.kernel.shape))
print("first pixel:", outputs[0, 0, 0].numpy().round(4))
print("bias gradient:", bias_gradient.numpy().round(4))
