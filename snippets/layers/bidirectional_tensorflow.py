import numpy as np
import tensorflow as tf
from keras import layers

draw = np.random.default_rng(0).standard_normal
weights = []
for _ in range(2):  # forward, backward
    w_ih, w_hh = draw((12, 2), "float32"), draw((12, 3), "float32")
    b_ih, b_hh = draw(12, "float32"), draw(12, "float32")
    weights += [0.5 * w_ih.T, 0.5 * w_hh.T, 0.5 * b_ih + 0.5 * b_hh]
x = tf.constant(draw((2, 4, 2), "float32"))
upstream = tf.constant(draw((2, 4, 6), "float32"))


def build(**settings):
    lstm = layers.Bidirectional(layers.LSTM(3, **settings))
    lstm.build((None, 4, 2))
    lstm.set_weights(weights)
    return lstm


lstm = build(return_sequences=True)
with tf.GradientTape() as tape:
    outputs = lstm(x)
weight_gradients = tape.gradient(
    outputs, lstm.trainable_weights, output_gradients=upstream
)
summary = final_states = build()(x)

print("outputs:", tuple(outputs.shape))
print("outputs[:, -1]:", outputs[0, -1].numpy().round(4))
print("by default:    ", summary[0].numpy().round(4))
