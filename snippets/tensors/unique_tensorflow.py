import tensorflow as tf

x = tf.constant([30, 10, 30, 20, 10, 30], dtype=tf.int64)

by_default = tf.unique(x).y
found = tf.unique_with_counts(x)
rebuilt = tf.gather(found.y, found.idx)

order = tf.argsort(found.y)
values = tf.gather(found.y, order)
counts = tf.gather(found.count, order)

print("unique:", by_default.numpy().tolist())
print("sorted:", values.numpy().tolist())
print("counts:", counts.numpy().tolist())
print("position of each element:", found.idx.numpy().tolist())
