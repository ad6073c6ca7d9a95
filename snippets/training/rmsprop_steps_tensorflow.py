import keras
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
scales = np.array([1.0, -0.1, 1e-3, 1e-6, 1e-7])
gradients = scales * (1 + 0.5 * rng.normal(size=(24, 5)))
gradients[0] = scales
gradients = tf.constant(gradients, dtype=tf.float32)
start = [0.5, -1.0, 0.8, 0.3, -0.6]


def path(**options):
    weight = keras.Variable(start)
    optimizer = keras.optimizers.RMSprop(**options)
    steps = []
    for gradient in gradients:
        optimizer.apply([gradient], [weight])
        steps.append(weight.numpy())
    return np.stack(steps)


defaults = path()
same_settings = path(learning_rate=0.01, rho=0.9, epsilon=1e-7)
first_move_of_fourth = start[3] - same_settings[0, 3]
negligible_epsilon = path(learning_rate=0.01, rho=0.9, epsilon=1e-30)
centred_with_momentum = path(
    learning_rate=0.01,
    rho=0.9,
    epsilon=1e-30,
    centered=True,
    momentum=0.5,
)
print("after 24 steps")
print("defaults:      ", defaults[-1].round(3))
print("same settings: ", same_settings[-1].round(3))
print("epsilon near 0:", negligible_epsilon[-1].round(3))
