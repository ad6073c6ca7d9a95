import weakref

import tensorflow as tf

x = tf.Variable([1.0, -2.0, 0.5])


def forward():
    hidden = x * 3.0
    return tf.reduce_sum(tf.square(hidden)), weakref.ref(hidden)


def alive(reference):
    return int(reference() is not None)


with tf.GradientTape() as tape:
    loss, hidden = forward()
alive_recorded = alive(hidden)
gradient = tape.gradient(loss, x)
alive_after_gradient = alive(hidden)

with tf.GradientTape(persistent=True) as tape:
    loss, hidden = forward()
tape.gradient(loss, x)
alive_kept = alive(hidden)
del tape
alive_after_del = alive(hidden)

loss, hidden = forward()
alive_unrecorded = alive(hidden)

print("recorded:", alive_recorded)
print("after the gradient:", alive_after_gradient)
print("after the gradient, tape persistent:", alive_kept)
print("after del:", alive_after_del)
print("without recording:", alive_unrecorded)
