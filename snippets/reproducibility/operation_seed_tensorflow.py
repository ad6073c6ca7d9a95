import numpy as np
import tensorflow as tf

tf.random.set_seed(0)
first = tf.random.uniform((3,), seed=5).numpy()
second = tf.random.uniform((3,), seed=5).numpy()
changed = int(not np.array_equal(first, second))

tf.random.set_seed(0)
again = tf.random.uniform((3,), seed=5).numpy()
restarted_changed = int(not np.array_equal(first, again))

third = tf.random.stateless_uniform((3,), seed=(5, 0)).numpy()
fourth = tf.random.stateless_uniform((3,), seed=(5, 0)).numpy()
stateless_changed = int(not np.array_equal(third, fourth))

draws = np.stack([first, second, again, third, fourth])
sum_of_draws = float(draws.sum())

print("seed 5:", first.round(4))
print("seed 5:", second.round(4))
print("seed 5 after set_seed:", again.round(4))
print("stateless:", third.round(4))
print("          ", fourth.round(4))
