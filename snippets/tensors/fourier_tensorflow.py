import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = tf.constant(rng.normal(size=(3, 7)))
weights = tf.constant(rng.normal(size=(3, 4)))

x_complex = tf.cast(x, tf.complex128)
spectrum = tf.signal.fft(x_complex)
along_rows = tf.transpose(tf.signal.fft(tf.transpose(x_complex)))
orthonormal = spectrum / np.sqrt(7)
shifted = tf.signal.fftshift(spectrum, axes=-1)

with tf.GradientTape() as tape:
    tape.watch(x)
    half = tf.signal.rfft(x)
    loss = tf.reduce_sum(tf.square(tf.abs(half) * weights))
gradient = tape.gradient(loss, x)
back = tf.signal.irfft(half, fft_length=[7])
print("fft:", tuple(spectrum.shape), spectrum.dtype.name)
print("rfft:", tuple(half.shape))
print("irfft gives x back:", np.allclose(back, x))
print("gradient:", gradient[0].numpy().round(4))

tf.signal.fft(x)
