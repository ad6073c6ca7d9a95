import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = tf.constant(rng.normal(size=(3, 7)), dtype=tf.complex128)

tf.signal.fftnd(x, fft_length=[3], axes=[0])
