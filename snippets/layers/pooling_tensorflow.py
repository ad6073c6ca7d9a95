import numpy as np
import tensorflow as tf
from keras import layers

draw = np.random.default_rng(0).standard_normal
images = draw((1, 2, 7, 5), "float32") - 3
upstream = draw((1, 2, 4, 3), "float32")
images = tf.constant(images.transpose(0, 2, 3, 1))
upstream = tf.constant(upstream.transpose(0, 2, 3, 1))


def pooled_with_gradient(layer):
    with tf.GradientTape() as tape:
        tape.watch(images)
        maps = layer(images)
    return maps, tape.gradient(maps, images, output_gradients=upstream)


average, average_gradient = pooled_with_gradient(
    layers.AveragePooling2D(3, strides=2, padding="same")
)
average_by_default = average
zeros_counted = layers.AveragePooling2D(3, strides=2)(
    layers.ZeroPadding2D(1)(images)
)
largest, largest_gradient = pooled_with_gradient(
    layers.MaxPooling2D(3, strides=2, padding="same")
)

six_rows = six_rows_as_keras = layers.MaxPooling2D(
    3, strides=2, padding="same"
)(images[:, :6])
# Zeros would be larger than these pixels.
edges = [[0, 0], [1, 1], [1, 1], [0, 0]]
padded = tf.pad(images[:, :6], edges, constant_values=tf.float32.min)
six_rows_padded = layers.MaxPooling2D(3, strides=2)(padded)
rest_dropped = layers.MaxPooling2D(2)(images)
rest_kept = layers.MaxPooling2D(2, padding="same")(images)


def corner(maps):
    return maps[0, 0, 0].numpy().round(4)


print("average by default:", corner(average_by_default))
print("behind ZeroPadding2D:", corner(zeros_counted))
print("largest:", corner(largest))
print("largest of six rows:", corner(six_rows))
print("padded on all edges:", corner(six_rows_padded))
print("7 by 5 in steps of two:", tuple(rest_dropped.shape[1:3]))
print('padding="same":', tuple(rest_kept.shape[1:3]))
