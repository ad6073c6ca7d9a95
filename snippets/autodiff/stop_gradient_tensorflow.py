import tensorflow as tf

x = tf.Variable([1.0, 2.0, 3.0])

with tf.GradientTape() as tape:
    product = tf.square(x) * x
gradient = tape.gradient(product, x)

with tf.GradientTape() as tape:
    product = tf.stop_gradient(tf.square(x)) * x
gradient_detached = tape.gradient(product, x)

with tf.GradientTape() as tape:
    with tape.stop_recording():
        factor = tf.square(x)
    product = factor * x
gradient_not_recorded = tape.gradient(product, x)

print("full:            ", gradient.numpy())
print("stop_gradient(): ", gradient_detached.numpy())
print("stop_recording():", gradient_not_recorded.numpy())
