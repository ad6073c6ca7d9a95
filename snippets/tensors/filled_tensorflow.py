import tensorflow as tf

template = tf.constant([[1.5, -2.0], [0.5, 4.0]], dtype=tf.float64)
seven = tf.constant(7, dtype=template.dtype)

filled = {
    "zeros": tf.zeros((2, 3)),
    "full": tf.fill((2, 3), 0.5),
    "zeros like another": tf.zeros_like(template),
    "full like another": tf.fill(tf.shape(template), seven),
    "identity": tf.eye(3),
    "lower triangle": tf.linalg.band_part(tf.ones((3, 3)), -1, 0),
    "linspace": tf.linspace(0.0, 1.0, 5),
    "arange": tf.range(1.0, 2.0, 0.25),
}
for name, tensor in filled.items():
    print(f"{name}: {tuple(tensor.shape)} {tensor.dtype.name}")

two_sizes = tf.ones(2, 3)  # the 3 is taken for a dtype
two_integers = two_sizes
print("ones(2, 3):", two_sizes.numpy().tolist(), two_sizes.dtype.name)

from_integers = tf.linspace(0, 1, 5)
bytes_from_integers = from_integers.dtype.size
print("linspace(0, 1, 5):", from_integers.dtype.name)
