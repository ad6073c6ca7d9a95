import keras
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
scales = np.array([1.0, -0.1, 1e-3, 1e-4, 1e-5])
gradients = scales * (1 + 0.5 * rng.normal(size=(24, 5)))
gradients = tf.constant(gradients, dtype=tf.float32)
start = [0.5, -1.0, 0.8, 0.3, -0.6]


def path(**options):
    weight = keras.Variable(start)
    optimizer = keras.optimizers.Adagrad(0.1, **options)
    steps = []
    for gradient in gradients:
        optimizer.apply([gradient], [weight])
        steps.append(weight.numpy())
    return np.stack(steps)


same_rate = path()
same_epsilon = path(initial_accumulator_value=0.0, epsilon=1e-7)
from_zero = path(initial_accumulator_value=0.0, epsilon=1e-30)
from_a_tenth = path(epsilon=1e-30)
print("after 24 steps")
print("same rate:", same_rate[-1].round(3))
print("1e-7:     ", same_epsilon[-1].round(3))
print("from 0:   ", from_zero[-1].round(3))
print("from 0.1: ", from_a_tenth[-1].round(3))
