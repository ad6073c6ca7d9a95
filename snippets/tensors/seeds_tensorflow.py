import random

import keras
import numpy as np
import tensorflow as tf

tf.random.set_seed(7)
first, second = tf.random.uniform([4]), tf.random.uniform([4])
tf.random.set_seed(7)
again = tf.random.uniform([4])
repeats = bool(tf.reduce_all(first == again))
moves_on = not bool(tf.reduce_all(first == second))
print("seed 7:", first.numpy().round(4))
print("the same after seeding again:", repeats)


def draw():
    drawn = float(tf.random.uniform([]))
    return [drawn, np.random.rand(), random.random()]


keras.utils.set_random_seed(7)
one = draw()
keras.utils.set_random_seed(7)
other = draw()
numpy_repeats = one[1] == other[1]
all_repeat = one == other
print("NumPy repeats too:", numpy_repeats)

from_numpy = tf.constant(np.random.default_rng(7).random(4))
print("from NumPy:", from_numpy.numpy().round(4))
