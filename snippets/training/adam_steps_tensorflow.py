import keras
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
scales = np.array([1.0, -0.1, 1e-3, 1e-6, 1e-7])
gradients = scales * (1 + 0.5 * rng.normal(size=(24, 5)))
gradients = tf.constant(gradients, dtype=tf.float32)
start = [0.5, -1.0, 0.8, 0.3, -0.6]


def path(epsilon, after_correction=False, **options):
    weight = keras.Variable(start)
    optimizer = keras.optimizers.Adam(0.01, **options)
    steps = []
    for step, gradient in enumerate(gradients, start=1):
        scale = (1 - 0.999**step) ** 0.5 if after_correction else 1
        optimizer.epsilon = epsilon * scale
        optimizer.apply([gradient], [weight])
        steps.append(weight.numpy())
    return np.stack(steps)


default_epsilon = same_epsilon = epsilon_as_in_keras = path(1e-7)
epsilon_as_in_pytorch = path(1e-7, after_correction=True)
default_of_pytorch = path(1e-8, after_correction=True)
amsgrad = path(1e-15, amsgrad=True)
print("after 24 steps")
print("default epsilon:", default_epsilon[-1].round(3))
print("as in PyTorch:  ", epsilon_as_in_pytorch[-1].round(3))
