import tensorflow.compat.v1 as tf

tf.disable_eager_execution()

x_in = tf.placeholder(tf.float32, shape=[3])
y_out = x_in**2
total_out = tf.reduce_sum(y_out)
gradient_out = tf.gradients(total_out, x_in)[0]
executes_eagerly = tf.executing_eagerly()

print(y_out)
with tf.Session() as session:
    y, total, gradient = session.run(
        [y_out, total_out, gradient_out],
        feed_dict={x_in: [1.0, 2.0, 3.0]},
    )

print("executes eagerly:", executes_eagerly)
print("total:", total)
print("gradient:", gradient)
