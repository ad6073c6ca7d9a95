import keras
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
features = rng.normal(size=(12, 3)).astype("float32")
features[3] = [2e36, -1e36, 1e36]  # times 1024: infinite


def train(clipnorm):
    weight = keras.Variable([0.1, -0.2, 0.3])
    optimizer = keras.optimizers.LossScaleOptimizer(
        keras.optimizers.SGD(0.1, momentum=0.9, clipnorm=clipnorm),
        initial_scale=1024.0,
        dynamic_growth_steps=4,
    )
    optimizer.build([weight])
    scales, path = [], []
    for x in tf.constant(features):
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(x * weight.value)
            scaled_loss = optimizer.scale_loss(loss)
        gradient = tape.gradient(scaled_loss, weight.value)
        optimizer.apply([gradient], [weight])  # skips if not finite
        scales.append(float(optimizer.dynamic_scale))
        path.append(weight.numpy())
    return scales, path


scales, path = train(clipnorm=None)
_, clipped_path = train(clipnorm=1.0)
move_at_overflow = path[3] - path[2]
default = keras.optimizers.LossScaleOptimizer(keras.optimizers.SGD())
default_scale = default.initial_scale
print("scales:", *(f"{scale:.0f}" for scale in scales))
print("moved by the fourth step:", move_at_overflow)
print("in the end:   ", path[-1].round(4))
print("with clipping:", clipped_path[-1].round(4))
print("default scale:", default_scale)
