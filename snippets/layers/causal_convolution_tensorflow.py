import keras
import numpy as np
import tensorflow as tf

draw = np.random.default_rng(0).standard_normal
weight, bias = draw((4, 3, 3), "float32"), draw(4, "float32")
x = tf.constant(draw((2, 3, 10), "float32").transpose(0, 2, 1))
upstream = tf.constant(draw((2, 4, 10), "float32").transpose(0, 2, 1))

layer = keras.layers.Conv1D(
    4, kernel_size=3, dilation_rate=2, padding="causal"
)
layer.build(tuple(x.shape))
layer.set_weights([weight.transpose(2, 1, 0), bias])
with tf.GradientTape(persistent=True) as tape:
    tape.watch(x)
    outputs = layer(x)
    step_5 = outputs[:, 5]
kernel_gradient, bias_gradient, input_gradient = tape.gradient(
    outputs, [layer.kernel, layer.bias, x], output_gradients=upstream
)

gradient = tape.gradient(step_5, x)
seen = tf.reduce_sum(tf.abs(gradient), axis=(0, 2)) > 0
steps_seen_by_step_5 = tf.where(seen)[:, 0].numpy().tolist()

print("shape:", tuple(outputs.shape))
print("step 5:", outputs[0, 5].numpy().round(4))
print("step 5 depends on the steps", steps_seen_by_step_5)
