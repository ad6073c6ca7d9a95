import keras
import tensorflow as tf

counts = tf.constant([1, 2, 3])
weights = tf.constant([0.5, 0.25, 0.125])

total = keras.ops.add(counts, weights)
print(total.numpy(), total.dtype)
