import tensorflow as tf

x = tf.Variable([0.5, 1.0, -2.0])
with tf.GradientTape() as tape3:
    with tf.GradientTape() as tape2:
        with tf.GradientTape() as tape1:
            y = tf.exp(-tf.square(x))
        first = tape1.gradient(y, x)
    second = tape2.gradient(first, x)
third = tape3.gradient(second, x)

print("first: ", first.numpy().round(4))
print("second:", second.numpy().round(4))
print("third: ", third.numpy().round(4))
