import numpy as np
import tensorflow as tf


def draw(extra):
    tf.random.set_seed(0)
    own = tf.random.Generator.from_seed(1)
    if extra:
        tf.random.uniform((1,))
    plain = tf.random.uniform((3,))
    stateless = tf.random.stateless_uniform((3,), seed=(1, 2))
    return plain.numpy(), own.uniform((3,)).numpy(), stateless.numpy()


plain, own, stateless = draw(extra=False)
plain_after, own_after, stateless_after = draw(extra=True)

global_changed = int(not np.array_equal(plain, plain_after))
own_changed = int(not np.array_equal(own, own_after))
stateless_changed = int(not np.array_equal(stateless, stateless_after))
draws = np.stack([plain, plain_after, own, own_after, stateless])
sum_of_draws = float(draws.sum())
print("global seed:   ", plain.round(4))
print("after one more:", plain_after.round(4))
print("own generator: ", own.round(4))
print("after one more:", own_after.round(4))
print("stateless:     ", stateless.round(4))
print("after one more:", stateless_after.round(4))
