import tensorflow as tf

weight = tf.Variable([2.0, -1.0])
frozen = tf.Variable([0.5, 3.0], trainable=False)
data = tf.constant([3.0, 4.0])

with tf.GradientTape() as tape:
    loss = tf.reduce_sum(weight * frozen * data)
weight_gradient, frozen_gradient, data_gradient = tape.gradient(
    loss, [weight, frozen, data]
)
print("variable:", weight_gradient.numpy())
print("frozen variable:", frozen_gradient)
print("plain tensor:", data_gradient)

with tf.GradientTape() as tape:
    tape.watch(data)
    loss = tf.reduce_sum(weight * frozen * data)
watched_gradient = tape.gradient(loss, data)
print("after watch():", watched_gradient.numpy())

constant = tf.constant([3.0, 4.0])
with tf.GradientTape() as tape:
    y = tf.reduce_sum(tf.square(constant))
print("nothing watched:", tape.gradient(y, constant))
