import keras
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
scales = [3.0, 1.0, 0.05, 2.0, 0.3, 1.5, 4.0, 0.1]
gradients = [
    [
        tf.constant(scale * rng.normal(size=shape), tf.float32)
        for shape in [(3, 2), (2,)]
    ]
    for scale in scales
]


def train(**clip):
    weights = [
        keras.Variable(tf.ones(shape)) for shape in [(3, 2), (2,)]
    ]
    optimizer = keras.optimizers.SGD(0.1, momentum=0.9, **clip)
    for step in gradients:
        optimizer.apply(step, weights)
    return weights


by_value = train(clipvalue=0.5)
by_each_norm = train(clipnorm=1.0)
by_global_norm = train(global_clipnorm=1.0)
by_the_obvious_name = by_each_norm
print("second weight after 8 steps")
print("value 0.5:    ", by_value[1].numpy().round(4))
print("each norm 1:  ", by_each_norm[1].numpy().round(4))
print("global norm 1:", by_global_norm[1].numpy().round(4))
