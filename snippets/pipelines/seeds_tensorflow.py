import random

import keras
import numpy as np
import tensorflow as tf


def draw():
    tf.random.uniform([1])


def new_layer():
    keras.layers.Dense(2).build((None, 3))


def order(own_seed, before=None):
    tf.random.set_seed(0)
    if before is not None:
        before()
    numbers = tf.data.Dataset.range(20)
    shuffled = numbers.shuffle(20, seed=1 if own_seed else None)
    return [int(number) for number in shuffled]


def draw_after_seed():
    keras.utils.set_random_seed(7)
    number = float(tf.random.uniform(()))
    return random.random(), np.random.random(), number


repeatable = order(False) == order(False)
global_seed_disturbed = order(False, draw) != order(False)
layer_disturbs = order(False, new_layer) != order(False)
own_seed_disturbed = order(True, draw) != order(True)
print("same seed, same order:", repeatable)
print("with the global seed, the order is changed")
print("by a draw before:", global_seed_disturbed)
print("by a new layer:  ", layer_disturbs)
print("with a seed of its own:", own_seed_disturbed)

python_number, numpy_number, _ = first = draw_after_seed()
all_repeat = draw_after_seed() == first
print(f"Python {python_number:.4f}, NumPy {numpy_number:.4f}")
print("all three repeat:", all_repeat)
