import random

import keras
import numpy as np
from keras import ops


def draw(seed):
    keras.utils.set_random_seed(seed)
    numbers = keras.random.uniform((4,))
    return numbers, np.random.random(4), random.random()


first, numpy_first, python_first = draw(seed=0)
following = keras.random.uniform((4,))
repeated, numpy_repeated, python_repeated = draw(seed=0)
other, _, _ = draw(seed=1)

repeat_difference = float(ops.max(ops.abs(repeated - first)))
next_difference = float(ops.max(ops.abs(following - first)))
other_difference = float(ops.max(ops.abs(other - first)))
first_number = float(first[0])
numpy_repeats = bool((numpy_repeated == numpy_first).all())
python_repeats = python_repeated == python_first
print("seed 0:", first.numpy().round(4))
print("next:  ", following.numpy().round(4))
print("seed 0:", repeated.numpy().round(4))
print("seed 1:", other.numpy().round(4))
print("NumPy repeats its numbers:", numpy_repeats)
print("Python repeats its numbers:", python_repeats)
