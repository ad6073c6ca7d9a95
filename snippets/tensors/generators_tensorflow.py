import tensorflow as tf

generator = tf.random.Generator.from_seed(7)
first = generator.uniform([3])
state = generator.state.numpy()
expected = generator.uniform([3])
moves_on = not bool(tf.reduce_all(first == expected))

tf.random.uniform([100])  # the global generator takes no part
resumed = tf.random.Generator.from_state(state, generator.algorithm)
resumes = bool(tf.reduce_all(resumed.uniform([3]) == expected))
print("resumed from the saved state:", resumes)

tf.random.set_seed(0)
one = tf.random.uniform([3], seed=1)
other = tf.random.uniform([3], seed=1)
same_seed_twice = bool(tf.reduce_all(one == other))
print("operation seed used twice:", same_seed_twice)

one = tf.random.stateless_uniform([3], seed=[7, 0])
other = tf.random.stateless_uniform([3], seed=[7, 0])
stateless_repeats = bool(tf.reduce_all(one == other))
print("stateless operation:", stateless_repeats)
