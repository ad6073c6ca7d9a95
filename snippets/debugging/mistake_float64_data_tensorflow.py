import numpy as np
import tensorflow as tf

data = np.random.default_rng(0).normal(size=(5, 4))
weight = tf.Variable(tf.ones((4, 1)))

output = tf.constant(data, tf.float32) @ weight
print(output.dtype)

tf.constant(data) @ weight
