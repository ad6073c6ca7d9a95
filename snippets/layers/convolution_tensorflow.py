import keras
import numpy as np
import tensorflow as tf

draw = np.random.default_rng(0).standard_normal
weight, bias = draw((4, 3, 3, 5), "float32"), draw(4, "float32")
images = draw((2, 3, 6, 7), "float32")
upstream = draw((2, 4, 6, 7), "float32")

images = tf.constant(images.transpose(0, 2, 3, 1))
upstream = tf.constant(upstream.transpose(0, 2, 3, 1))

layer = keras.layers.Conv2D(4, kernel_size=(3, 5), padding="same")
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
weight_shape = tuple(layer.kernel.shape)

print("kernel:", weight_shape)
print("images:", tuple(images.shape), "to", tuple(outputs.shape))
print("first pixel:", outputs[0, 0, 0].numpy().round(4))
print("bias gradient:", bias_gradient.numpy().round(4))
