import keras
import numpy as np
import tensorflow as tf

draw = np.random.default_rng(0).standard_normal
weight, bias = draw((3, 5), "float32"), draw(3, "float32")
square = draw((5, 5), "float32")
x = tf.constant(draw((4, 5), "float32"))
upstream = tf.constant(draw((4, 3), "float32"))

layer = keras.layers.Dense(3)
layer.build((None, 5))
layer.set_weights([weight.T, bias])
with tf.GradientTape() as tape:
    tape.watch(x)
    outputs = layer(x)
kernel_gradient, bias_gradient, input_gradient = tape.gradient(
    outputs, [layer.kernel, layer.bias, x], output_gradients=upstream
)
weight_shape = tuple(layer.kernel.shape)

square_layer = keras.layers.Dense(5, use_bias=False)
square_layer.build((None, 5))
square_layer.set_weights([square])
square_as_is = square_layer(x)
square_layer.set_weights([square.T])
square_transposed = square_layer(x)

print("kernel:", weight_shape)
print("outputs:", outputs[0].numpy().round(4))
print("bias gradient:", bias_gradient.numpy().round(4))
print("square kernel as it is:", square_as_is[0].numpy().round(4))
print("transposed:", square_transposed[0].numpy().round(4))
