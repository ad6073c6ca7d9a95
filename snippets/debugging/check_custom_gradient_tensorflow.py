import numpy as np
import tensorflow as tf


@tf.custom_gradient
def wrong_cube(x):
    def backward(upstream):
        return upstream * 2 * x**2

    return x**3, backward


x = tf.constant([1.0, 2.0], dtype=tf.float64)
analytical, numerical = tf.test.compute_gradient(lambda x: x**3, [x])
builtin_passes = np.allclose(analytical, numerical, rtol=1e-3)
print("built-in:", builtin_passes)

analytical, numerical = tf.test.compute_gradient(wrong_cube, [x])
np.testing.assert_allclose(analytical, numerical, rtol=1e-3)
