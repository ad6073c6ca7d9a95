import tensorflow as tf

indices = [[0, 3], [1, 0], [1, 0], [2, 1]]  # (1, 0) occurs twice
values = tf.constant([2.0, 1.0, 4.0, -3.0])
dense = tf.constant([[1.0, 2.0], [0.5, -1.0], [7.0, 3.0], [4.0, -2.0]])

with tf.GradientTape() as tape:
    tape.watch([values, dense])
    matrix = tf.sparse.SparseTensor(indices, values, [3, 4])
    product = tf.sparse.sparse_dense_matmul(matrix, dense)
    loss = tf.reduce_sum(tf.square(product))
values_gradient, dense_gradient = tape.gradient(loss, [values, dense])
print("product:", product.numpy().tolist())
print("gradient of the values:", values_gradient.numpy().tolist())

as_dense = tf.scatter_nd(indices, values, [3, 4])
print("as a dense matrix:", as_dense.numpy().tolist())

tf.sparse.to_dense(matrix)
