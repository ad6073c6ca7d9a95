import numpy as np
import tensorflow as tf

given = {
    "floats": tf.constant([1.5, -0.25]),
    "integers and floats": tf.constant([1, 2.5]),
    "Booleans": tf.constant([True, False]),
    "2**40": tf.constant([2**40, -1]),
    "NumPy float64": tf.constant(np.array([0.1, -3.0])),
    "NumPy int64": tf.constant(np.array([7, -2])),
    "ones": tf.ones(2),
}
for name, tensor in given.items():
    print(f"{name}: {tensor.dtype.name}")

integers = tf.constant([1, -2, 300])
counted = tf.range(3)
complexes = tf.constant([1.5 - 2j])
print("integers:", integers.dtype.name)
print("range:", counted.dtype.name)
print("complex numbers:", complexes.dtype.name)

defaults = [integers, counted, complexes]
default_bytes = [tensor.dtype.size for tensor in defaults]
narrow = [
    integers,
    counted,
    tf.constant([1.5 - 2j], dtype=tf.complex64),
]
wide = [
    tf.constant([1, -2, 300], dtype=tf.int64),
    tf.range(3, dtype=tf.int64),
    complexes,
]
