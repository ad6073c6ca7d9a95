import keras
import numpy as np
import tensorflow as tf

draw = np.random.default_rng(0).standard_normal
depthwise = draw((3, 3, 2, 2), "float32")
pointwise = draw((1, 1, 4, 5), "float32")
bias = draw(5, "float32")
images = tf.constant(draw((2, 6, 7, 2), "float32"))
upstream = tf.constant(draw((2, 6, 7, 5), "float32"))

layer = keras.layers.SeparableConv2D(
    5, 3, depth_multiplier=2, padding="same"
)
layer.build(tuple(images.shape))
layer.set_weights([depthwise, pointwise, bias])
with tf.GradientTape() as tape:
    tape.watch(images)
    outputs = layer(images)
depthwise_gradient, pointwise_gradient, input_gradient = tape.gradient(
    outputs,
    [layer.depthwise_kernel, layer.pointwise_kernel, images],
    output_gradients=upstream,
)
parameters = layer.count_params()

print(parameters, "parameters")
print("first pixel:", outputs[0, 0, 0].numpy().round(4))
