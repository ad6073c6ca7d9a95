import tensorflow as tf

x = tf.constant([1.0, 3.0, -2.0, 4.0])

with tf.GradientTape() as tape:
    tape.watch(x)
    running = tf.cumsum(x)
    before = tf.cumsum(x, exclusive=True)
    remaining = tf.cumsum(x, reverse=True)
    products = tf.math.cumprod(x)
    log_sums = tf.math.cumulative_logsumexp(x)
    largest_so_far = tf.scan(tf.maximum, x)
    loss = tf.reduce_sum(running**3) + tf.reduce_sum(before**2)
    loss += tf.reduce_sum(products) + tf.reduce_sum(largest_so_far)
    loss += tf.reduce_sum(remaining * log_sums)
gradient = tape.gradient(loss, x)
differences = x[1:] - x[:-1]
print("running sum:", running.numpy().tolist())
print("before the element:", before.numpy().tolist())
print("from the element on:", remaining.numpy().tolist())
print("running product:", products.numpy().tolist())
print("largest so far:", largest_so_far.numpy().tolist())
print("differences:", differences.numpy().tolist())
