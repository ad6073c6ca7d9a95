import tensorflow as tf

x = tf.Variable([1.0, 2.0, 3.0])
with tf.GradientTape(persistent=True) as tape:
    y = tf.reduce_sum(x**3)

first = tape.gradient(y, x)
second = tape.gradient(y, x)
del tape
print("first: ", first.numpy())
print("second:", second.numpy())

with tf.GradientTape() as tape:
    y = tf.reduce_sum(x**3)
tape.gradient(y, x)
tape.gradient(y, x)
