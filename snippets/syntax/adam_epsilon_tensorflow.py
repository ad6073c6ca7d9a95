import keras
import tensorflow as tf


def step(epsilon):
    weight = keras.Variable(tf.zeros(3))
    gradient = tf.constant([1e-2, 1e-6, 1e-7])
    optimizer = keras.optimizers.Adam(0.1, epsilon=epsilon)
    optimizer.apply([gradient], [weight])
    return weight


default_epsilon = keras.optimizers.Adam().epsilon
same_epsilon = step(1e-7)
matched_epsilon = step(1e-7)
tiny_epsilon = step(1e-15)
print("default epsilon:", default_epsilon)
print("epsilon 1e-7: ", same_epsilon.numpy().round(4))
print("matched:      ", matched_epsilon.numpy().round(4))
print("epsilon 1e-15:", tiny_epsilon.numpy().round(4))
