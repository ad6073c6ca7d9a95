import tensorflow as tf

matrix = tf.constant([[1.0, 2.0, -1.0], [0.5, -1.0, 3.0]])
x = tf.Variable([0.2, -0.1, 0.3])


def layer(x):
    return tf.tanh(tf.linalg.matvec(matrix, x))


def energy(x):
    return tf.reduce_sum(tf.square(layer(x)))


with tf.GradientTape() as tape:
    y = layer(x)
jacobian_matrix = tape.jacobian(y, x)

with tf.GradientTape() as outer_tape:
    with tf.GradientTape() as inner_tape:
        y = energy(x)
    gradient = inner_tape.gradient(y, x)
hessian_matrix = outer_tape.jacobian(gradient, x)

print("Jacobian:")
print(jacobian_matrix.numpy().round(4))
print("Hessian:")
print(hessian_matrix.numpy().round(4))
