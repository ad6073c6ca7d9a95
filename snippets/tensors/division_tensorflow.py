import tensorflow as tf

dividends = tf.constant([-7, 7, -7, 10], dtype=tf.int64)
divisors = tf.constant([2, -2, -2, 3], dtype=tf.int64)

quotients = dividends / divisors
of_int32 = tf.cast(dividends, tf.int32) / tf.cast(divisors, tf.int32)
of_int8 = tf.cast(dividends, tf.int8) / tf.cast(divisors, tf.int8)
floored = dividends // divisors
remainders = dividends % divisors
truncated = tf.truncatediv(dividends, divisors)
truncated_remainders = tf.truncatemod(dividends, divisors)
quotient_bytes = [x.dtype.size for x in (quotients, of_int32)]

print("/:", quotients.numpy(), quotients.dtype.name)
print("/ of int32 and int8:", of_int32.dtype.name, of_int8.dtype.name)
print("//:", floored.numpy())
print("%:", remainders.numpy())
print("truncatediv:", truncated.numpy())
print("truncatemod:", truncated_remainders.numpy())

dividends // 0
