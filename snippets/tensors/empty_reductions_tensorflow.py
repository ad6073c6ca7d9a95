import tensorflow as tf

losses = tf.constant([0.5, 2.0])
selected = losses[losses > 3]

total, product = tf.reduce_sum(selected), tf.reduce_prod(selected)
all_and_any = [
    bool(tf.reduce_all(selected > 0)),
    bool(tf.reduce_any(selected > 0)),
]
log_sum = tf.reduce_logsumexp(selected)
mean = tf.reduce_mean(selected)
count = tf.cast(tf.size(selected), tf.float32)
guarded_mean = tf.math.divide_no_nan(total, count)
largest = tf.reduce_max(selected)

print("sum, product:", total.numpy(), product.numpy())
print("all, any:", *all_and_any)
print("mean:", mean.numpy())
print("mean, divide_no_nan:", guarded_mean.numpy())
print("max:", largest.numpy())
