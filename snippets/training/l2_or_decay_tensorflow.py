import keras
import numpy as np
import tensorflow as tf
from keras import layers, regularizers

rng = np.random.default_rng(0)
x = tf.constant(rng.normal(size=(32, 4)), dtype=tf.float32)
y = tf.constant(rng.normal(size=(32, 2)), dtype=tf.float32)
start = rng.normal(size=(4, 2))


def path(momentum=0.9, l2=0.0, weight_decay=None):
    layer = layers.Dense(
        2, use_bias=False, kernel_regularizer=regularizers.L2(l2)
    )
    layer.build((None, 4))
    layer.kernel.assign(start)
    optimizer = keras.optimizers.SGD(
        0.05, momentum=momentum, weight_decay=weight_decay
    )
    loss_fn = keras.losses.MeanSquaredError()
    steps = []
    for _ in range(20):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, layer(x)) + sum(layer.losses)
        gradients = tape.gradient(loss, [layer.kernel])
        optimizer.apply(gradients, [layer.kernel])
        steps.append(layer.kernel.numpy())
    return np.stack(steps)


same_number = path(l2=0.2)
coupled = path(l2=0.1)
optimizer_argument = decoupled = path(weight_decay=0.2)
without_momentum = path(momentum=0.0, weight_decay=0.2)
print("first column after 20 steps")
print("L2(0.2):         ", same_number[-1, :, 0].round(4))
print("L2(0.1):         ", coupled[-1, :, 0].round(4))
print("weight_decay=0.2:", decoupled[-1, :, 0].round(4))
