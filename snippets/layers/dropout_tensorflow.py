import numpy as np
import tensorflow as tf
from keras import layers

draw = np.random.default_rng(0).standard_normal
new = tf.constant(draw((2, 3), "float32"))
x = tf.ones((100, 100))

dropout = layers.Dropout(0.25, seed=1)
with tf.GradientTape() as tape:
    tape.watch(x)
    outputs = dropout(x, training=True)
gradient = tape.gradient(
    outputs, x, output_gradients=tf.fill((100, 100), 3.0)
)

kept = outputs[outputs != 0]
kept_values = [float(tf.reduce_min(kept)), float(tf.reduce_max(kept))]
share_dropped = float(np.mean(outputs.numpy() == 0))
mean = float(tf.reduce_mean(outputs))
gradient_off_mask = float(tf.reduce_max(tf.abs(gradient - 3 * outputs)))
masks = outputs[:32, :32]

again = layers.Dropout(0.25, seed=1)(x, training=True)
same_seed_same_mask = bool(tf.reduce_all(again == outputs))
inference = dropout(new)

channels = layers.SpatialDropout2D(0.25, seed=2)
images = channels(tf.ones((4, 6, 6, 50)), training=True)
channel_means = tf.reduce_mean(images, axis=(1, 2))
partly = (channel_means > 0) & (channel_means < 1.33)
whole_channels = not bool(tf.reduce_any(partly))

print(f"kept values: {kept_values[0]:.4f} to {kept_values[1]:.4f}")
print("same seed, same mask:", same_seed_same_mask)
print("inference:", inference[0].numpy().round(4))
print("SpatialDropout2D drops whole channels:", whole_channels)
