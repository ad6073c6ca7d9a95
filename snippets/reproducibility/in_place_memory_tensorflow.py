import tensorflow as tf

weight = tf.Variable([[1.0, -2.0], [0.5, 3.0]])
row = weight[1]
copied_row = tf.identity(weight[1])

weight.assign_add(tf.ones((2, 2)))

updated, earlier_row = weight, row
print("row taken before:", earlier_row.numpy())
print("row copied before:", copied_row.numpy())
