import keras
import numpy as np
import tensorflow as tf
from keras import layers, regularizers

rng = np.random.default_rng(0)
x = tf.constant(rng.normal(size=(32, 4)), dtype=tf.float32)
y = tf.constant(rng.normal(size=(32, 2)), dtype=tf.float32)
start = rng.normal(size=(4, 2))
start[1, 0] = 0.0

layer = layers.Dense(
    2, kernel_regularizer=regularizers.L1L2(l1=0.03, l2=0.01)
)
layer.build((None, 4))
layer.kernel.assign(start)
loss_fn = keras.losses.MeanSquaredError()

with tf.GradientTape(persistent=True) as tape:
    # fit adds layer.losses by itself, a loop of one's own has to
    penalty = sum(layer.losses)
    total = loss_fn(y, layer(x)) + penalty
kernel_gradient = tape.gradient(total, layer.kernel)
penalty_gradient = tape.gradient(penalty, layer.kernel)
print(f"penalty {float(penalty):.4f}, total {float(total):.4f}")
print("gradient of the penalty:")
print(penalty_gradient.numpy().round(4))
