import keras
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
gradients = tf.constant(rng.normal(size=(24, 5)).astype("float32"))
start = [0.5, -1.0, 0.8, 0.3, -0.6]


def path(**options):
    weight = keras.Variable(start)
    optimizer = keras.optimizers.SGD(0.1, **options)
    steps = []
    for gradient in gradients:
        optimizer.apply([gradient], [weight])
        steps.append(weight.numpy())
    return np.stack(steps)


plain = path()
momentum = path(momentum=0.9)
nesterov = path(momentum=0.9, nesterov=True)
print("after 24 steps")
print("plain:   ", plain[-1].round(4))
print("momentum:", momentum[-1].round(4))
print("Nesterov:", nesterov[-1].round(4))
