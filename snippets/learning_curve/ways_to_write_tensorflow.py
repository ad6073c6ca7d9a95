import numpy as np
import tensorflow as tf
from keras import layers, ops

rng = np.random.default_rng(0)
x = tf.constant(rng.normal(size=(4, 3)).astype("float32"))
kernel = tf.constant(rng.normal(size=(3, 5)).astype("float32"))
bias = tf.constant(rng.normal(size=5).astype("float32"))

# layers and functions that add the bias
layer = layers.Dense(5)
equation = layers.EinsumDense("ni,io->no", 5, bias_axes="o")
for each in (layer, equation):
    each.build((None, 3))
    each.set_weights([kernel, bias])
with_bias = {
    "keras.layers.Dense": layer(x),
    "keras.layers.EinsumDense": equation(x),
}

# matrix products, to which the bias is added
products_only = {
    "@": x @ kernel,
    "tf.matmul": tf.matmul(x, kernel),
    "tf.linalg.matmul": tf.linalg.matmul(x, kernel),
    "tf.einsum": tf.einsum("ni,io->no", x, kernel),
    "tf.linalg.einsum": tf.linalg.einsum("ni,io->no", x, kernel),
    "tf.tensordot": tf.tensordot(x, kernel, axes=1),
    "tf.linalg.tensordot": tf.linalg.tensordot(x, kernel, axes=1),
    "keras.ops.matmul": ops.matmul(x, kernel),
    "keras.ops.dot": ops.dot(x, kernel),
    "keras.ops.einsum": ops.einsum("ni,io->no", x, kernel),
    "keras.ops.tensordot": ops.tensordot(x, kernel, axes=1),
    "keras.ops.inner": ops.inner(x, ops.transpose(kernel)),
}

output = layer(x)
ways = list(with_bias.values())
ways += [product + bias for product in products_only.values()]
largest_difference = max(
    float(tf.reduce_max(tf.abs(way - output))) for way in ways
)
largest_difference = round(largest_difference, 6)
ways_with_bias, products = len(with_bias), len(products_only)
print("with the bias:", *with_bias)
print("product alone:", *products_only)
