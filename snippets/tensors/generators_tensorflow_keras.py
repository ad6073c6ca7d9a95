import keras
from keras import ops

generator = keras.random.SeedGenerator(7)
first = keras.random.uniform((3,), seed=generator)
state = generator.state.numpy()
expected = keras.random.uniform((3,), seed=generator)
moves_on = not bool(ops.all(first == expected))

keras.random.uniform((100,))  # the global generator takes no part
resumed = keras.random.SeedGenerator(0)
resumed.state.assign(state)
drawn = keras.random.uniform((3,), seed=resumed)
resumes = bool(ops.all(drawn == expected))
print("resumed from the saved state:", resumes)

one = keras.random.uniform((3,), seed=7)
other = keras.random.uniform((3,), seed=7)
stateless_repeats = bool(ops.all(one == other))
print("number as a seed:", stateless_repeats)
