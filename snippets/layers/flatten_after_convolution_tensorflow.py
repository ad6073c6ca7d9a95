import keras
import numpy as np
import tensorflow as tf
from keras import layers

draw = np.random.default_rng(0).standard_normal
conv_weight = draw((3, 2, 3, 3), "float32")
conv_bias = draw(3, "float32")
weight, bias = draw((4, 18), "float32"), draw(4, "float32")
images = draw((5, 2, 5, 4), "float32")
upstream = tf.constant(draw((5, 4), "float32"))

images = tf.constant(images.transpose(0, 2, 3, 1))
kernel = conv_weight.transpose(2, 3, 1, 0)


def build(*between):
    convolution = layers.Conv2D(3, 3, activation="relu")
    parts = [convolution, *between, layers.Flatten(), layers.Dense(4)]
    return keras.Sequential([keras.Input((5, 4, 2)), *parts])


model = build()
model.set_weights([kernel, conv_bias, weight.T, bias])
transposed_only = model(images)

# From channels, height, width to height, width, channels.
rows = weight.reshape(4, 3, 3, 2).transpose(2, 3, 1, 0).reshape(18, 4)
model.set_weights([kernel, conv_bias, rows, bias])
with tf.GradientTape() as tape:
    outputs = model(images)
kernel_gradient, _, gradient, _ = tape.gradient(
    outputs, model.trainable_variables, output_gradients=upstream
)
dense_gradient = (
    gradient.numpy()
    .reshape(3, 2, 3, 4)
    .transpose(3, 2, 0, 1)
    .reshape(4, 18)
)

# Or leave the weight and put the channels first.
permuting = build(layers.Permute((3, 1, 2)))
permuting.set_weights([kernel, conv_bias, weight.T, bias])
outputs_with_permute = permuting(images)

print("transposed only:", transposed_only[0].numpy().round(4))
print("rows permuted:", outputs[0].numpy().round(4))
print("images permuted:", outputs_with_permute[0].numpy().round(4))
