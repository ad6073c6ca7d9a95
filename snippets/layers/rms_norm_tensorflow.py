import numpy as np
import tensorflow as tf
from keras import layers

draw = np.random.default_rng(0).standard_normal
x = tf.constant(draw((4, 6), "float32"))
upstream = tf.constant(draw((4, 6), "float32"))
weight = draw(6, "float32")


def build(**settings):
    norm = layers.RMSNormalization(**settings)
    norm.build((None, 6))
    norm.set_weights([weight])
    return norm


norm = build()
ordinary = norm(x)

scaled = 1e-3 * x
with tf.GradientTape() as tape:
    tape.watch(scaled)
    small = norm(scaled)
small_by_default = small
machine_epsilon = float(np.finfo("float32").eps)
small_machine_epsilon = build(epsilon=machine_epsilon)(scaled)
small_gradients = tape.gradient(
    small, [norm.scale, scaled], output_gradients=upstream
)

print("ordinary inputs:", ordinary[0].numpy().round(4))
print("small:", small[0].numpy().round(4))
point = small_machine_epsilon[0].numpy().round(4)
print("small, epsilon=1.2e-7:", point)
