import keras
import numpy as np
import tensorflow as tf
from keras.optimizers import Adadelta, Adamax, Nadam

rng = np.random.default_rng(0)
gradients = tf.constant(rng.normal(size=(24, 5)).astype("float32"))


def path(optimizer):
    weight = keras.Variable(tf.zeros(5))
    steps = []
    for gradient in gradients:
        optimizer.apply([gradient], [weight])
        steps.append(weight.numpy())
    return np.stack(steps)


rate = 0.01
nadam_as_it_is = path(Nadam(rate))
nadam_as_in_keras = path(Nadam(rate, epsilon=1e-12))
adamax = path(Adamax(rate, epsilon=1e-12))
adadelta_defaults = path(Adadelta())
adadelta = path(Adadelta(1.0, rho=0.95, epsilon=1e-7))
print("after 24 steps")
print("NAdam:   ", nadam_as_it_is[-1].round(4))
print("Adamax:  ", adamax[-1].round(4))
print("Adadelta:", adadelta_defaults[-1].round(4))
print("rate 1.0:", adadelta[-1].round(4))
