import tensorflow as tf

counts = tf.constant([1, 2, 3])
x = tf.cast(counts, tf.float32)
with tf.GradientTape() as tape:
    tape.watch(x)
    y = tf.reduce_sum(tf.square(x))
gradient = tape.gradient(y, x)
print("converted to float32:", gradient.numpy())

with tf.GradientTape() as tape:
    tape.watch(counts)
    y = tf.reduce_sum(tf.square(counts))
integer_gradient = tape.gradient(y, counts)
print("int32:", integer_gradient)
