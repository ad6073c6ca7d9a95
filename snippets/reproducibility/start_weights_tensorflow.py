import keras
import numpy as np
from keras import layers


def build(seed):
    start = keras.initializers.GlorotUniform(seed=seed)
    first = layers.Dense(3, kernel_initializer=start)
    second = layers.Dense(3, kernel_initializer=start)
    first.build((None, 3))
    second.build((None, 3))
    return first.kernel.numpy(), second.kernel.numpy()


first, second = build(seed=1)
same_start = bool(np.array_equal(first, second))
largest = float(abs(first).max())
print("two layers, one initialiser, equal:", same_start)
print(first.round(4))

first, second = build(seed=keras.random.SeedGenerator(1))
generator_difference = float(abs(first - second).max())
again, _ = build(seed=keras.random.SeedGenerator(1))
repeat_difference = float(abs(first - again).max())
print("with a SeedGenerator:", np.array_equal(first, second))
print("new SeedGenerator, difference:", repeat_difference)
