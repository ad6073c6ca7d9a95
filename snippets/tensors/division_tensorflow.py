import tensorflow as tf

dividends = tf.constant([-7, 7, -7, 10], dtype=tf.int64)
divisors = tf.constant([2, -2, -2, 3], dtype=tf.int64)

quotients = dividends / divisors
floored = dividends // divisors
remainders = dividends % divisors
truncated = tf.truncatediv(dividends, divisors)
truncated_remainders = tf.truncatemod(dividends, divisors)
quotient_bytes = quotients.dtype.size

print("/:", quotients.numpy(), quotients.dtype.name)
print("//:", floored.numpy())
print("%:", remainders.numpy())
print("truncatediv:", truncated.numpy())
print("truncatemod:", truncated_remainders.numpy())

dividends // 0
