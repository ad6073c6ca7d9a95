import numpy as np
import tensorflow as tf
from keras import layers

draw = np.random.default_rng(0).standard_normal
state = {}
for layer, inputs in enumerate([3, 4]):
    for name, shape in {
        "weight_ih": (4, inputs),
        "weight_hh": (4, 4),
        "bias_ih": (4,),
        "bias_hh": (4,),
    }.items():
        state[f"{name}_l{layer}"] = 0.5 * draw(shape, "float32")
x = tf.constant(draw((2, 5, 3), "float32"))
start = tf.constant(draw((2, 2, 4), "float32"))
upstream = tf.constant(draw((2, 5, 4), "float32"))


def build(layer, inputs):
    rnn = layers.SimpleRNN(4, return_sequences=True, return_state=True)
    rnn.build((None, 5, inputs))
    rnn.set_weights(
        [
            state[f"weight_ih_l{layer}"].T,
            state[f"weight_hh_l{layer}"].T,
            state[f"bias_ih_l{layer}"] + state[f"bias_hh_l{layer}"],
        ]
    )
    return rnn


lower, upper = build(0, 3), build(1, 4)
with tf.GradientTape() as tape:
    tape.watch(start)
    hidden, lower_state = lower(x, initial_state=start[0])
    outputs, upper_state = upper(hidden, initial_state=start[1])
final_states = tf.stack([lower_state, upper_state])

gradients = tape.gradient(
    outputs,
    [*lower.trainable_weights, *upper.trainable_weights, start],
    output_gradients=upstream,
)
weight_gradients = [*gradients[0:2], *gradients[3:5]]
initial_state_gradient = gradients[-1]
print("last:", outputs[0, -1].numpy().round(3))
for layer in range(2):
    print(
        f"state of layer {layer}:",
        final_states[layer, 0].numpy().round(3),
    )
