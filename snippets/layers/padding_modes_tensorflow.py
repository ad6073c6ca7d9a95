import numpy as np
import tensorflow as tf
from keras import layers, ops

draw = np.random.default_rng(0).standard_normal
weight = draw((2, 3, 3, 5), "float32")
images = draw((1, 3, 6, 7), "float32")
upstream = draw((1, 2, 6, 7), "float32")

kernel = weight.transpose(2, 3, 1, 0)
images = tf.constant(images.transpose(0, 2, 3, 1))
upstream = tf.constant(upstream.transpose(0, 2, 3, 1))
convolution = layers.Conv2D(2, (3, 5), use_bias=False)
convolution.build(images.shape)
convolution.set_weights([kernel])


def convolve(pad):
    with tf.GradientTape() as tape:
        tape.watch(images)
        maps = convolution(pad(images))
    gradients = tape.gradient(
        maps, [images, convolution.kernel], output_gradients=upstream
    )
    return [maps, *gradients]


def pick(images, rows, columns):
    return tf.gather(tf.gather(images, rows, axis=1), columns, axis=2)


# one row above and below, two columns left and right
edges = [[0, 0], [1, 1], [2, 2], [0, 0]]
rows, columns = tf.range(-1, 7), tf.range(-2, 9)
inner_rows = tf.clip_by_value(rows, 0, 5)
inner_columns = tf.clip_by_value(columns, 0, 6)

reflected = convolve(lambda x: ops.pad(x, edges, mode="reflect"))
replicated = convolve(lambda x: pick(x, inner_rows, inner_columns))
circular = convolve(lambda x: pick(x, rows % 6, columns % 7))
symmetric = convolve(lambda x: ops.pad(x, edges, mode="symmetric"))

print("first pixels")
for name in ["reflected", "replicated", "circular", "symmetric"]:
    maps = globals()[name][0]
    print(f"{name:10}", maps[0, 0, :3, 0].numpy().round(4))

ops.pad(images, edges, mode="circular")
