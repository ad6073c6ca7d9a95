import tensorflow as tf

x = tf.zeros(4)
x = tf.tensor_scatter_nd_update(x, [[0]], [1.0])
print(x)

variable = tf.Variable(tf.zeros(4))
variable[0].assign(1)
first_element = variable[0]
print(variable.value())
