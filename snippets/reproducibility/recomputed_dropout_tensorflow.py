import keras
import tensorflow as tf

x = tf.ones((60,))
dropout = keras.layers.Dropout(0.5, seed=0)


def block(x):
    return dropout(x, training=True)


def seeded_block(x):
    return tf.nn.experimental.stateless_dropout(x, 0.5, seed=(0, 1))


def wrong(block):
    """Whether the gradient belongs to another mask than the output."""
    with tf.GradientTape() as tape:
        tape.watch(x)
        output = block(x)
    gradient = tape.gradient(output, x)
    return int(tf.reduce_any(gradient != output))


wrong_when_kept = wrong(block)
wrong_when_recomputed = wrong(tf.recompute_grad(block))
wrong_with_remat = wrong(keras.remat(block))
wrong_with_given_seed = wrong(tf.recompute_grad(seeded_block))

print("wrong gradient, mask kept:", bool(wrong_when_kept))
print("computed again:", bool(wrong_when_recomputed))
print("with keras.remat:", bool(wrong_with_remat))
print("computed again with a given seed:", bool(wrong_with_given_seed))
