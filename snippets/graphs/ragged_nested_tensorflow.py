import tensorflow as tf

values = tf.Variable([1.0, 2.0, 3.0, 4.0, 5.0, 6.0])
row_lengths = [3, 1, 2]

with tf.GradientTape() as tape:
    batch = tf.RaggedTensor.from_row_lengths(values, row_lengths)
    means = tf.reduce_mean(batch**2, axis=1)
    loss = tf.reduce_sum(means * tf.constant([1.0, 2.0, 3.0]))
gradient = tape.gradient(loss, values)

print("shape:", batch.shape)
print("mean squares:", means.numpy().round(3))
print("gradient:", gradient.numpy().round(3))
