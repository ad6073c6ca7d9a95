import tensorflow as tf

x = tf.zeros(4)
x[0] = 1
