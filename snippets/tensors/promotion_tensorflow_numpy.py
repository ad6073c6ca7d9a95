import tensorflow as tf

tf.experimental.numpy.experimental_enable_numpy_behavior(
    dtype_conversion_mode="all"
)

flags = tf.constant([True, False, True])
small = tf.constant([7, 200, 0], dtype=tf.uint8)
signed = tf.constant([-7, 100, 1], dtype=tf.int8)
integers = tf.constant([1, -2, 300], dtype=tf.int32)
half = tf.constant([0.5, -1.5, 3.0], dtype=tf.float16)
brain = tf.constant([0.25, 2.0, -8.0], dtype=tf.bfloat16)
single = tf.constant([0.1, 0.2, -0.3], dtype=tf.float32)
double = tf.constant([0.1, 0.2, -0.3], dtype=tf.float64)

sums = {
    "bool + int32": flags + integers,
    "uint8 + int8": small + signed,
    "int32 + float32": integers + single,
    "float16 + bfloat16": half + brain,
    "float32 + float64": single + double,
}
for name, total in sums.items():
    print(f"{name}: {total.dtype.name}")

halved = integers * 0.5
bytes_of_halved = halved.dtype.size
print("int32 * 0.5:", halved.dtype.name)

with_scalar = single + double[0]
bytes_with_scalar = with_scalar.dtype.size
print("float32 + float64 without axes:", with_scalar.dtype.name)
