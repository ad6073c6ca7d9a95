import keras
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
scales = np.array([1.0, -0.1, 1e-3, 1e-6, 1e-7])
gradients = scales * (1 + 0.5 * rng.normal(size=(24, 5)))
gradients = tf.constant(gradients, dtype=tf.float32)
start = [0.5, -1.0, 0.8, 0.3, -0.6]


def path(optimizer_class, added_decay=0.0, **options):
    weight = keras.Variable(start)
    optimizer = optimizer_class(0.01, epsilon=1e-15, **options)
    steps = []
    for gradient in gradients:
        gradient = gradient + added_decay * weight
        optimizer.apply([gradient], [weight])
        steps.append(weight.numpy())
    return np.stack(steps)


adamw = path(keras.optimizers.AdamW, weight_decay=0.5)
adam_with_weight_decay = path(keras.optimizers.Adam, weight_decay=0.5)
adam_shrinking = adam_with_weight_decay
adam_adding_to_gradient = path(keras.optimizers.Adam, added_decay=0.5)
print("after 24 steps")
print("AdamW:", adamw[-1].round(4))
print("Adam: ", adam_with_weight_decay[-1].round(4))
