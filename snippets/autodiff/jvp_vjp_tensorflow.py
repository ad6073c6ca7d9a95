import tensorflow as tf

x = tf.Variable([0.5, -1.0, 2.0])
tangent = tf.constant([1.0, 0.0, -1.0])
cotangent = tf.constant([2.0, 1.0, 0.5])


def function(x):
    return tf.sin(x) * tf.roll(x, shift=1, axis=0)


with tf.autodiff.ForwardAccumulator(x, tangent) as accumulator:
    value = function(x)
jvp_product = accumulator.jvp(value)

with tf.GradientTape() as tape:
    value = function(x)
vjp_product = tape.gradient(value, x, output_gradients=cotangent)

with tf.autodiff.ForwardAccumulator(x, tangent) as accumulator:
    with tf.GradientTape() as tape:
        total = tf.reduce_sum(function(x))
    gradient = tape.gradient(total, x)
hessian_product = accumulator.jvp(gradient)

print("J v:  ", jvp_product.numpy().round(4))
print("u^T J:", vjp_product.numpy().round(4))
print("H v:  ", hessian_product.numpy().round(4))
