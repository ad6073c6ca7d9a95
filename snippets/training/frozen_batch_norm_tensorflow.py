import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
x = tf.constant(rng.normal(1, 2, (32, 4)), dtype=tf.float32)
y = tf.constant(rng.integers(3, size=32))
shapes = [(4, 6), (6,), (6,), (6,), (6,), (6, 3), (3,)]
start = [rng.normal(0, 0.5, shape) for shape in shapes]
variance = rng.uniform(0.5, 2, 6)


def train(frozen):
    norm = layers.BatchNormalization(epsilon=1e-3, momentum=0.99)
    backbone = keras.Sequential(
        [keras.Input((4,)), layers.Dense(6), norm, layers.ReLU()]
    )
    head = layers.Dense(3)
    model = keras.Sequential([keras.Input((4,)), backbone, head])
    backbone.set_weights([*start[:5], variance])
    head.set_weights(start[5:])

    backbone.trainable = not frozen
    loss_fn = keras.losses.SparseCategoricalCrossentropy(
        from_logits=True
    )
    optimizer = keras.optimizers.SGD(0.2)
    variables = head.trainable_variables

    @tf.function
    def train_step():
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(x, training=True))
        optimizer.apply(tape.gradient(loss, variables), variables)
        return loss

    losses = [float(train_step()) for step in range(6)]
    return losses, norm.moving_mean, head.kernel


losses_stored, mean_stored, head_stored = train(frozen=True)
losses_as_it_is, mean_as_it_is = losses_stored, mean_stored
# Left trainable, but its weights are not given to the optimiser
losses_batch, mean_batch, _ = train(frozen=False)
print("as it is:  ", *(f"{loss:.4f}" for loss in losses_stored[::2]))
print("not frozen:", *(f"{loss:.4f}" for loss in losses_batch[::2]))
print("moving mean, as it is:  ", mean_stored.numpy()[:3].round(3))
print("moving mean, not frozen:", mean_batch.numpy()[:3].round(3))
