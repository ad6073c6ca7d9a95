import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
reals = tf.constant(rng.normal(2, 0.5, (10, 16, 2)), tf.float32)
noise = tf.constant(rng.normal(size=(10, 16, 3)), tf.float32)
shapes = [(3, 8), (8,), (8, 2), (2,), (2, 8), (8,), (8, 1), (1,)]
start = [rng.normal(0, 0.5, shape) for shape in shapes]

generator = keras.Sequential(
    [
        keras.Input((3,)),
        layers.Dense(8, activation="tanh"),
        layers.Dense(2),
    ]
)
discriminator = keras.Sequential(
    [
        keras.Input((2,)),
        layers.Dense(8),
        layers.LeakyReLU(negative_slope=0.2),
        layers.Dense(1),
    ]
)
generator.set_weights(start[:4])
discriminator.set_weights(start[4:])
g_optimizer = keras.optimizers.SGD(0.1, momentum=0.5)
d_optimizer = keras.optimizers.SGD(0.2, momentum=0.5)
bce = keras.losses.BinaryCrossentropy(from_logits=True)
ones, zeros = tf.ones((16, 1)), tf.zeros((16, 1))


@tf.function
def train_step(real, z):
    with tf.GradientTape() as g_tape:
        fake = generator(z, training=True)
        with g_tape.stop_recording():
            with tf.GradientTape() as d_tape:
                d_loss = bce(ones, discriminator(real, training=True))
                d_loss += bce(zeros, discriminator(fake, training=True))
            variables = discriminator.trainable_variables
            gradients = d_tape.gradient(d_loss, variables)
            d_optimizer.apply(gradients, variables)
        g_loss = bce(ones, discriminator(fake, training=True))
    variables = generator.trainable_variables
    g_optimizer.apply(g_tape.gradient(g_loss, variables), variables)
    return d_loss, g_loss


generator_losses, discriminator_losses = [], []
for real, z in zip(reals, noise):
    d_loss, g_loss = train_step(real, z)
    discriminator_losses.append(float(d_loss))
    generator_losses.append(float(g_loss))

generator_weights = generator.get_weights()
discriminator_weights = discriminator.get_weights()
print("D:", *(f"{loss:.4f}" for loss in discriminator_losses[::3]))
print("G:", *(f"{loss:.4f}" for loss in generator_losses[::3]))
