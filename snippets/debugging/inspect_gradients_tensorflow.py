from itertools import pairwise

import keras
import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

x, y = load_digits(return_X_y=True)
x = tf.constant(x / 16, dtype=tf.float32)

rng = np.random.default_rng(0)
sizes = [64, 32, 32, 32, 32, 10]
model = keras.Sequential([keras.Input((64,))])
for i, (fan_in, fan_out) in enumerate(pairwise(sizes)):
    activation = "sigmoid" if fan_out != 10 else None
    layer = keras.layers.Dense(fan_out, activation, name=f"dense_{i}")
    model.add(layer)
    weight = rng.normal(size=(fan_in, fan_out)) / fan_in**0.5
    layer.kernel.assign(weight)

with tf.GradientTape() as tape:
    loss = tf.reduce_mean(
        tf.nn.sparse_softmax_cross_entropy_with_logits(y, model(x))
    )
kernels = [layer.kernel for layer in model.layers]
gradients = tape.gradient(loss, kernels)

gradient_norms = {}
for layer, gradient in zip(model.layers, gradients):
    gradient_norms[layer.name] = float(tf.norm(gradient))
    print(f"{layer.name}  {gradient_norms[layer.name]:.6f}")
