import numpy as np
import tensorflow as tf


def draw(function, size):
    return function((size,), seed=(0, 1)).numpy()


uniform = tf.random.stateless_uniform
few, many = draw(uniform, 8), draw(uniform, 16)
uniform_changed = int(not np.array_equal(few, many[:8]))
uniform_sum = float((few[:4] + many[:4]).sum())
print("uniform:", few[:4].round(4))
print("of 16:  ", many[:4].round(4))

normal = tf.random.stateless_normal
few, many = draw(normal, 8), draw(normal, 16)
normal_changed = int(not np.array_equal(few, many[:8]))
normal_sum = float((few[:4] + many[:4]).sum())
print("normal: ", few[:4].round(4))
print("of 16:  ", many[:4].round(4))
