import tensorflow as tf

dense = tf.constant(
    [[0.0, 0.0, 2.0, 0.0], [0.0, 0.0, 0.0, 0.0], [5.0, -1.0, 0.0, 3.0]]
)
other = tf.constant([[1.0, 2.0], [0.5, -1.0], [7.0, 3.0], [4.0, -2.0]])

matrix = tf.raw_ops.DenseToCSRSparseMatrix(
    dense_input=dense, indices=tf.where(dense != 0)
)
row_pointers, columns, values = tf.raw_ops.CSRSparseMatrixComponents(
    csr_sparse_matrix=matrix, index=0, type=tf.float32
)
product = tf.raw_ops.SparseMatrixMatMul(a=matrix, b=other)

pointers = row_pointers.numpy().tolist()
print("row pointers:", pointers, row_pointers.dtype.name)
print("columns:", columns.numpy().tolist())
print("values:", values.numpy().tolist())
print("product:", product.numpy().tolist())
