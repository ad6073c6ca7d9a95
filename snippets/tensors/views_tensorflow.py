import tensorflow as tf

x = tf.Variable(tf.reshape(tf.range(6.0), (2, 3)))
row, transposed, flat = x[0], tf.transpose(x), tf.reshape(x, [-1])
picked, masked = tf.gather(x, [0]), tf.boolean_mask(x, x >= 0)
cloned = tf.identity(x)

x[0, 1].assign(100.0)
views = [float(row[1]), float(transposed[1, 0]), float(flat[1])]
copies = [float(picked[0, 1]), float(masked[1]), float(cloned[0, 1])]
print("row, transpose, reshape:", views)
print("gather, mask, identity:", copies)

increased = tf.constant([1.0, 2.0])
alias = increased
increased += 1
print("other name after +=:", alias.numpy())
