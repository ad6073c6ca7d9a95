import tensorflow as tf

flags = tf.constant([True, False, True])
small = tf.constant([7, 200, 0], dtype=tf.uint8)
signed = tf.constant([-7, 100, 1], dtype=tf.int8)
integers = tf.constant([1, -2, 300])
half = tf.constant([0.5, -1.5, 3.0], dtype=tf.float16)
brain = tf.constant([0.25, 2.0, -8.0], dtype=tf.bfloat16)
single = tf.constant([0.1, 0.2, -0.3])
double = tf.constant([0.1, 0.2, -0.3], dtype=tf.float64)

sums = {
    "bool + int32": tf.cast(flags, tf.int32) + integers,
    "uint8 + int8": tf.cast(small, tf.int16)
    + tf.cast(signed, tf.int16),
    "int32 + float32": tf.cast(integers, tf.float32) + single,
    "float16 + bfloat16": tf.cast(half, tf.float32)
    + tf.cast(brain, tf.float32),
    "float32 + float64": tf.cast(single, tf.float64) + double,
}
for name, total in sums.items():
    print(f"{name}: {total.dtype.name}")

halved = tf.cast(integers, tf.float32) * 0.5
print("float32 * 0.5:", halved.dtype.name)

integers * 0.5
