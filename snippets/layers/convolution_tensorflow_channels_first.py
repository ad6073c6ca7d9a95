import keras
import numpy as np
import tensorflow as tf

draw = np.random.default_rng(0).standard_normal
weight, bias = draw((4, 3, 3, 5), "float32"), draw(4, "float32")
images = tf.constant(draw((2, 3, 6, 7), "float32"))
upstream = tf.constant(draw((2, 4, 6, 7), "float32"))

layer = keras.layers.Conv2D(
    4,
    kernel_size=(3, 5),
    padding="same",
    data_format="channels_first",
)
layer.build(tuple(images.shape))
layer.set_weights([weight.transpose(2, 3, 1, 0), bias])


@tf.function(jit_compile=True)
def run(images):
    with tf.GradientTape() as tape:
        tape.watch(images)
        maps = layer(images)
    return maps, tape.gradient(
        maps,
        [layer.kernel, layer.bias, images],
        output_gradients=upstream,
    )


maps, (kernel_gradient, bias_gradient, input_gradient) = run(images)
outputs = tf.transpose(maps, (0, 2, 3, 1))
input_gradient = tf.transpose(input_gradient, (0, 2, 3, 1))
weight_shape = tuple(layer.kernel.shape)

print("kernel:", weight_shape)
print("images:", tuple(images.shape), "to", tuple(maps.shape))
print("first pixel:", outputs[0, 0, 0].numpy().round(4))

layer(images)
