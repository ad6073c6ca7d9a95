import tensorflow as tf

x = tf.Variable([1.0, 2.0, 3.0])
with tf.GradientTape() as tape:
    y = x**2
    total = tf.reduce_sum(y)
executes_eagerly = tf.executing_eagerly()

print(y)
if total > 10:
    verdict = "more than ten"
else:
    verdict = "ten or less"

gradient = tape.gradient(total, x)

print("executes eagerly:", executes_eagerly)
print("total:", total.numpy(), "-", verdict)
print("gradient:", gradient.numpy())
