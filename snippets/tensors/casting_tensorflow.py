import tensorflow as tf

values = tf.constant([-2.7, -0.5, 0.0, 0.5, 1.5, 2.5, 41.7, 300.0])
counts = tf.constant([-1, 255, 256, 300], dtype=tf.int64)

truncated = tf.cast(values, tf.int32)
rounded = tf.cast(tf.round(values), tf.int32)
nonzero = tf.cast(values, tf.bool)
wrapped = tf.cast(counts, tf.uint8)
saturated = tf.saturate_cast(values, tf.uint8)
beyond_24_bits = tf.cast(tf.constant([2**24 + 1, -5]), tf.float32)
halves = tf.cast(tf.constant([70_000.0, 2049.0, 1e-8]), tf.float16)

print("float32 to int32:", truncated.numpy().tolist())
print("rounded first:", rounded.numpy().tolist())
print("int64 to uint8:", wrapped.numpy().tolist())
print("saturated, to uint8:", saturated.numpy().tolist())
print("2**24 + 1 to float32:", int(beyond_24_bits[0]))
print("to float16:", halves.numpy().tolist())
