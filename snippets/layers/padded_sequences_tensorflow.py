import numpy as np
import tensorflow as tf
from keras import layers

draw = np.random.default_rng(0).standard_normal
weights = [
    0.5 * draw((12, 2), "float32").T,
    0.5 * draw((12, 3), "float32").T,
    draw(12, "float32"),
]
x = tf.constant(draw((3, 4, 2), "float32"))
upstream = tf.constant(draw((3, 4, 3), "float32"))
mask = tf.sequence_mask([4, 2, 3], maxlen=4)


def build(**settings):
    lstm = layers.LSTM(3, return_sequences=True, **settings)
    lstm.build((None, 4, 2))
    lstm.set_weights(weights)
    return lstm


outputs_by_default = build()(x, mask=mask)

lstm = build(return_state=True, zero_output_for_mask=True)
with tf.GradientTape() as tape:
    tape.watch(x)
    outputs, last, _ = lstm(x, mask=mask)
*weight_gradients, input_gradient = tape.gradient(
    outputs, [*lstm.trainable_weights, x], output_gradients=upstream
)
gradient_of_padding = input_gradient[1, 2:]

print("two of four steps, by default:")
print(outputs_by_default[1].numpy().round(4))
print("zero_output_for_mask=True:")
print(outputs[1].numpy().round(4))
print("last:", last[1].numpy().round(4))
