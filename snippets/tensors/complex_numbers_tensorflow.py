import tensorflow as tf

x = tf.constant([3.0, -1.0, 0.5])
y = tf.constant([4.0, 2.0, -0.25])

z = tf.complex(x, y)
parts = [tf.math.real(z), tf.math.imag(z)]
polar = [tf.abs(z), tf.math.angle(z)]
radius, angle = polar
rebuilt = tf.complex(radius * tf.cos(angle), radius * tf.sin(angle))
pairs = tf.stack(parts, axis=-1)
scaled = z * tf.cast(x, z.dtype)
print("absolute value:", radius.numpy().round(4))
print("angle:", angle.numpy().round(4))
print("z * x:", scaled.numpy())

conjugate = tf.math.conj(z)
print("conjugate:", conjugate.numpy())

z * x
