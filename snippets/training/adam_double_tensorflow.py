import keras
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
gradients = tf.constant(rng.normal(size=(24, 5)))
start = np.array([0.5, -1.0, 0.8, 0.3, -0.6])
rate = 1 / 128  # float32 holds it without rounding


def path(*betas):
    weight = keras.Variable(start, dtype="float64")
    optimizer = keras.optimizers.Adam(rate, *betas, epsilon=1e-30)
    steps = []
    for gradient in gradients:
        optimizer.apply([gradient], [weight])
        steps.append(weight.numpy())
    return np.stack(steps)


usual_betas = corrected_as_in_keras = path(0.9, 0.999)
betas_without_rounding = path(0.875, 0.984375)
print("after 24 steps")
print("usual betas:     ", usual_betas[-1, :3].round(7))
print("without rounding:", betas_without_rounding[-1, :3].round(7))
