import keras
import numpy as np

first = keras.random.uniform((3,), seed=5).numpy()
second = keras.random.uniform((3,), seed=5).numpy()
changed = int(not np.array_equal(first, second))

generator = keras.random.SeedGenerator(5)
third = keras.random.uniform((3,), seed=generator).numpy()
fourth = keras.random.uniform((3,), seed=generator).numpy()
generator_changed = int(not np.array_equal(third, fourth))
begins_changed = int(not np.array_equal(third, first))

sum_of_draws = float(np.stack([first, second, third, fourth]).sum())

print("seed 5:", first.round(4))
print("seed 5:", second.round(4))
print("one generator:", third.round(4))
print("              ", fourth.round(4))
