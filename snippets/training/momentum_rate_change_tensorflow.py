import keras
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
gradients = tf.constant(rng.normal(size=(24, 5)).astype("float32"))
start = [0.5, -1.0, 0.8, 0.3, -0.6]


def path(velocity_factor=1):
    weight = keras.Variable(start)
    optimizer = keras.optimizers.SGD(0.1, momentum=0.9)
    steps = []
    for step, gradient in enumerate(gradients):
        if step == 12:
            optimizer.learning_rate = 0.01
            velocity = optimizer.momentums[0]
            velocity.assign(velocity * velocity_factor)
        optimizer.apply([gradient], [weight])
        steps.append(weight.numpy())
    return np.stack(steps)


as_it_is = as_in_keras = path()
as_in_pytorch = path(velocity_factor=0.1)
print("rate cut to a tenth after 12 of 24 steps")
print("as it is:     ", as_it_is[-1].round(3))
print("as in PyTorch:", as_in_pytorch[-1].round(3))
