import random

import keras
import numpy as np
import tensorflow as tf


def order(own_seed, draw_before):
    tf.random.set_seed(0)
    if draw_before:
        tf.random.uniform([1])  # as a new layer might
    numbers = tf.data.Dataset.range(20)
    shuffled = numbers.shuffle(20, seed=1 if own_seed else None)
    return [int(number) for number in shuffled]


def draw_after_seed():
    keras.utils.set_random_seed(7)
    number = float(tf.random.uniform(()))
    return random.random(), np.random.random(), number


repeatable = order(False, False) == order(False, False)
global_seed_disturbed = order(False, True) != order(False, False)
own_seed_disturbed = order(True, True) != order(True, False)
print("same seed, same order:", repeatable)
print("a draw before changes the order")
print("with the global seed:", global_seed_disturbed)
print("with a seed of its own:", own_seed_disturbed)

python_number, numpy_number, _ = first = draw_after_seed()
all_repeat = draw_after_seed() == first
print(f"Python {python_number:.4f}, NumPy {numpy_number:.4f}")
print("all three repeat:", all_repeat)
