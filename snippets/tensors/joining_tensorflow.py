import tensorflow as tf

a = tf.constant([[1.0, 2.0], [3.0, -4.0]])
b = tf.constant([[5.0, 6.0]])

with tf.GradientTape() as tape:
    tape.watch([a, b])
    joined = tf.concat([a, b, a], axis=0)
    beside = tf.concat([a, a * 10], axis=1)
    stacked = tf.stack([a, -a], axis=1)
    loss = tf.reduce_sum(joined**3) + tf.reduce_sum(tf.square(beside))
    loss += tf.reduce_sum(stacked[:, 0])
gradients = tape.gradient(loss, [a, b])

x = tf.reshape(tf.range(12.0), (6, 2))
split_by_two = tf.split(x, 2)
pieces_of_two = tf.split(x, x.shape[0] // 2)
two_pieces = split_by_two
uneven = tf.split(x, [1, 2, 3])
unstacked = tf.unstack(x, axis=1)

print("joined:", joined.numpy().tolist())
print("stacked:", tuple(stacked.shape))
print("split(x, 2):", *(tuple(p.shape) for p in split_by_two))
print("split by sizes:", *(tuple(p.shape) for p in uneven))

tf.split(x, 4)
