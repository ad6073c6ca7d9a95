import tensorflow as tf

x = tf.constant([[1.0, 2.0, 4.0, 9.0], [0.0, -1.0, 3.0, 2.0]])

with tf.GradientTape() as tape:
    tape.watch(x)
    by_default = tf.math.reduce_variance(x, axis=1)
    population = by_default
    deviation = tf.math.reduce_std(x, axis=1)
    weights = tf.constant([1.0, -2.0])
    loss = tf.reduce_sum(population * weights)
    loss += tf.reduce_sum(deviation * weights)
gradient = tape.gradient(loss, x)

sample = population * x.shape[1] / (x.shape[1] - 1)
mean_and_variance = tf.nn.moments(x, axes=0)
of_one_value = tf.math.reduce_variance(tf.constant([5.0]))
print("default:", by_default.numpy().round(4))
print("times n / (n - 1):", sample.numpy().round(4))
print("of one value:", of_one_value.numpy())
