import keras
import numpy as np
import tensorflow as tf
from keras import activations, layers

draw = np.random.default_rng(0).standard_normal
x = tf.constant(np.linspace(-7.9, 7.8, 40, dtype="float32"))
upstream = tf.constant(draw(40, "float32"))

FUNCTIONS = {
    "celu": activations.celu,
    "elu": activations.elu,
    "gelu": activations.gelu,
    "hard_shrink": activations.hard_shrink,
    "hard_sigmoid": activations.hard_sigmoid,
    "hard_silu": activations.hard_silu,
    "log_sigmoid": activations.log_sigmoid,
    "mish": activations.mish,
    "relu6": activations.relu6,
    "selu": activations.selu,
    "silu": activations.silu,
    "soft_shrink": activations.soft_shrink,
    "softplus": activations.softplus,
    "softsign": activations.softsign,
    "tanh_shrink": activations.tanh_shrink,
}


def value_and_gradient(function):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = function(x)
    return y, tape.gradient(y, x, output_gradients=upstream)


values_and_gradients = {
    name: value_and_gradient(function)
    for name, function in FUNCTIONS.items()
}

minus_one = tf.constant([-1.0])
leaky_slopes = [
    -float(activations.leaky_relu(minus_one)[0]),
    -float(layers.LeakyReLU()(minus_one)[0]),
]
leaky_matched = layers.LeakyReLU()(x)
gelu_operation = gelu_approximated = keras.ops.gelu(x)
gelu_framework = tf.nn.gelu(x)

print(len(FUNCTIONS), "functions with equal defaults")
print("leaky_relu, LeakyReLU:", *(f"{v:.2f}" for v in leaky_slopes))
minus_one_exact = float(activations.gelu(minus_one)[0])
minus_one_tanh = float(keras.ops.gelu(minus_one)[0])
print(f"gelu(-1): {minus_one_exact:.5f}, ops: {minus_one_tanh:.5f}")
