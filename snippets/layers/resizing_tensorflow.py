import numpy as np
import tensorflow as tf
from keras import layers

draw = np.random.default_rng(0).standard_normal
images = draw((1, 2, 5, 7), "float32")
upstream = draw((1, 2, 10, 21), "float32")
images = tf.constant(images.transpose(0, 2, 3, 1))
upstream = tf.constant(upstream.transpose(0, 2, 3, 1))

repeated = layers.UpSampling2D((2, 3))(images)
with tf.GradientTape() as tape:
    tape.watch(images)
    bilinear = layers.UpSampling2D((2, 3), interpolation="bilinear")(
        images
    )
bilinear_gradient = tape.gradient(
    bilinear, images, output_gradients=upstream
)

smaller_bilinear = tf.image.resize(images, (3, 3))
smaller = tf.image.resize(images, (3, 3), method="nearest")
smaller_exact = smaller
smaller_from_start = tf.raw_ops.ResizeNearestNeighbor(
    images=images, size=(3, 3)
)
bilinear_9_by_10 = corners_against_default = tf.image.resize(
    images, (9, 10)
)
corners = tf.raw_ops.ResizeBilinear(
    images=images, size=(9, 10), align_corners=True
)


bicubic = tf.image.resize(images, (9, 10), method="bicubic")
first_bicubic = float(bicubic[0, 1, 0, 0])
bicubic_antialias = tf.image.resize(
    images, (9, 10), method="bicubic", antialias=True
)
smaller_antialias = tf.image.resize(images, (3, 3), antialias=True)


def row(maps):
    return maps[0, 1, :3, 0].numpy().round(4)


print("repeated:", row(repeated))
print("bilinear:", row(bilinear))
print("smaller, nearest:", row(smaller))
print("smaller, raw operation:", row(smaller_from_start))
print("nine by ten:", row(bilinear_9_by_10))
print("align_corners=True:", row(corners))
print("bicubic:", row(bicubic))
print("bicubic, antialias:", row(bicubic_antialias))
