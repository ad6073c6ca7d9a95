import numpy as np
import tensorflow as tf
from keras import layers

draw = np.random.default_rng(0).standard_normal
x = tf.constant(0.05 * draw((4, 3, 5), "float32"))
upstream = tf.constant(draw((4, 3, 5), "float32"))
weight, bias = draw((2, 5), "float32")
weights, biases = draw((2, 3, 5), "float32")


def normalise(weight, bias, **settings):
    norm = layers.LayerNormalization(**settings)
    norm.build((None, 3, 5))
    norm.set_weights([weight, bias])
    with tf.GradientTape() as tape:
        tape.watch(x)
        outputs = norm(x)
    sources = {"weight": norm.gamma, "bias": norm.beta, "input": x}
    return outputs, tape.gradient(
        outputs, sources, output_gradients=upstream
    )


by_default, _ = normalise(weight, bias)
with_epsilon_of_keras = by_default
outputs, gradients = normalise(weight, bias, epsilon=1e-5)
two_axes, two_axes_gradients = normalise(
    weights, biases, axis=(1, 2), epsilon=1e-5
)

print("by default:", by_default[0, 0].numpy().round(4))
print("last axis:", outputs[0, 0].numpy().round(4))
print("last two: ", two_axes[0, 0].numpy().round(4))
