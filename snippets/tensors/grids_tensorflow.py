import tensorflow as tf

x = tf.constant([1.0, 2.0])
y = tf.constant([10.0, 20.0, 30.0])

by_default = tf.meshgrid(x, y)
rows_first = tf.meshgrid(x, y, indexing="ij")
columns_first = by_default

print("default:", tuple(by_default[0].shape))
print('"ij":', rows_first[0].numpy().tolist())
print('"xy":', columns_first[0].numpy().tolist())
