import tensorflow as tf

x = tf.constant([[1.0, 2.0], [-1.0, 0.5], [0.3, -2.0]])
target = tf.constant([1.0, 0.0, -1.0])
weight = tf.Variable([0.5, -0.25])
bias = tf.Variable(0.1)

with tf.GradientTape() as tape:
    prediction = tf.tanh(tf.linalg.matvec(x, weight) + bias)
    loss = tf.reduce_mean(tf.square(prediction - target))

weight_gradient, bias_gradient = tape.gradient(loss, [weight, bias])
print(f"loss: {loss:.4f}")
print("weight gradient:", weight_gradient.numpy().round(4))
print("bias gradient:", bias_gradient.numpy().round(4))
