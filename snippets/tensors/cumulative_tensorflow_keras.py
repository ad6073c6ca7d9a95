import tensorflow as tf
from keras import ops

x = tf.constant([1.0, 3.0, -2.0, 4.0])

with tf.GradientTape() as tape:
    tape.watch(x)
    running = ops.cumsum(x)
    before = running - x
    remaining = ops.flip(ops.cumsum(ops.flip(x)))
    products = ops.cumprod(x)
    log_sums = ops.associative_scan(ops.logaddexp, x)
    largest_so_far = ops.associative_scan(ops.maximum, x)
    loss = ops.sum(running**3) + ops.sum(before**2)
    loss += ops.sum(products) + ops.sum(largest_so_far)
    loss += ops.sum(remaining * log_sums)
gradient = tape.gradient(loss, x)
differences = ops.diff(x)
print("running sum:", running.numpy().tolist())
print("before the element:", before.numpy().tolist())
print("from the element on:", remaining.numpy().tolist())
print("running product:", products.numpy().tolist())
print("largest so far:", largest_so_far.numpy().tolist())
print("differences:", differences.numpy().tolist())
