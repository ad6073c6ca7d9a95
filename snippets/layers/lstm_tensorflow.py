import keras
import numpy as np
import tensorflow as tf
from keras import layers

SHAPES = {
    "weight_ih_l0": (16, 3),
    "weight_hh_l0": (16, 4),
    "bias_ih_l0": (16,),
    "bias_hh_l0": (16,),
}
draw = np.random.default_rng(0).standard_normal
state = {
    name: 0.5 * draw(shape, "float32") for name, shape in SHAPES.items()
}
x = tf.constant(draw((2, 5, 3), "float32"))
upstream = tf.constant(draw((2, 5, 4), "float32"))

shape_by_default = tuple(layers.LSTM(4)(x).shape)

lstm = layers.LSTM(4, return_sequences=True, return_state=True)
lstm.build((None, 5, 3))
lstm.set_weights(
    [
        state["weight_ih_l0"].T,
        state["weight_hh_l0"].T,
        state["bias_ih_l0"] + state["bias_hh_l0"],
    ]
)
with tf.GradientTape() as tape:
    tape.watch(x)
    outputs, *final_states = lstm(x)
gradients = tape.gradient(
    outputs, [*lstm.trainable_weights, x], output_gradients=upstream
)
kernel_gradient, recurrent_gradient = gradients[:2]
bias_gradient, input_gradient = gradients[2:]

optimizer = keras.optimizers.SGD(learning_rate=0.1)
optimizer.apply([bias_gradient], [lstm.cell.bias])
bias_after_step = bias_after_step_of_one = lstm.cell.bias

print("outputs:", tuple(outputs.shape))
print("outputs by default:", shape_by_default)
print("last:", outputs[0, -1].numpy().round(4))
print("bias gradient:", bias_gradient[:4].numpy().round(4))
print("bias after a step:", bias_after_step[:4].numpy().round(4))
