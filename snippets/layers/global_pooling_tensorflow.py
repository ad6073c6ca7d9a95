import numpy as np
import tensorflow as tf
from keras import layers

draw = np.random.default_rng(0).standard_normal
images = draw((2, 3, 7, 5), "float32")
upstream = draw((2, 3, 3, 3), "float32")
images = tf.constant(images.transpose(0, 2, 3, 1))
upstream = tf.constant(upstream.transpose(0, 2, 3, 1))

average = layers.GlobalAveragePooling2D()(images)
shape_by_default = tuple(average.shape)
largest = layers.GlobalMaxPooling2D()(images)

# 7 rows and 5 columns to 3 by 3, with windows that overlap.
with tf.GradientTape() as tape:
    tape.watch(images)
    adaptive = layers.AdaptiveAveragePooling2D((3, 3))(images)
adaptive_gradient = tape.gradient(
    adaptive, images, output_gradients=upstream
)

print("GlobalAveragePooling2D():", shape_by_default)
print("average:", average[0].numpy().round(4))
print("largest:", largest[0].numpy().round(4))
print("adaptive:", adaptive[0, 0, 0].numpy().round(4))
