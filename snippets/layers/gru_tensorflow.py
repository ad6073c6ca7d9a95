import numpy as np
import tensorflow as tf
from keras import layers

SHAPES = {
    "weight_ih_l0": (12, 3),
    "weight_hh_l0": (12, 4),
    "bias_ih_l0": (12,),
    "bias_hh_l0": (12,),
}
draw = np.random.default_rng(0).standard_normal
weights = [draw(shape, "float32") for shape in SHAPES.values()]
x = tf.constant(draw((2, 5, 3), "float32"))
upstream = tf.constant(draw((2, 5, 4), "float32"))


def swapped(weight):
    """Exchange the first two of three gates."""
    first, second, third = np.split(weight, 3)
    return np.concatenate([second, first, third])


def build(weights, **settings):
    gru = layers.GRU(4, return_sequences=True, **settings)
    gru.build((None, 5, 3))
    gru.set_weights(weights)
    return gru


w_ih, w_hh, b_ih, b_hh = weights
transposed_only = build([w_ih.T, w_hh.T, np.stack([b_ih, b_hh])])(x)

w_ih, w_hh, b_ih, b_hh = (swapped(weight) for weight in weights)
gru = build([w_ih.T, w_hh.T, np.stack([b_ih, b_hh])])
with tf.GradientTape() as tape:
    outputs = gru(x)
kernel, recurrent_kernel, bias = tape.gradient(
    outputs, gru.trainable_weights, output_gradients=upstream
)
input_weight_gradient = swapped(kernel.numpy().T)
recurrent_weight_gradient = swapped(recurrent_kernel.numpy().T)
bias_gradients = [swapped(row) for row in bias.numpy()]
axes_by_default = axes_exchanged = outputs

one_bias = [w_ih.T, w_hh.T, b_ih + b_hh]
reset_before = build(one_bias, reset_after=False)(x)
reset_before_by_hand = reset_before

print("last:", outputs[0, -1].numpy().round(4))
print("transposed only:", transposed_only[0, -1].numpy().round(4))
print("reset_after=False:", reset_before[0, -1].numpy().round(4))
