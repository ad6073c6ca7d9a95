import tensorflow as tf

labels = tf.constant([2, 0, 1, 2, 3])

default = tf.one_hot(labels, depth=4)
default_bytes = default.dtype.size
encoded = default
along_first_axis = tf.one_hot(labels, depth=4, axis=0)
out_of_range = tf.one_hot([1, 4, -1], depth=4)

print(default.dtype.name, default[0].numpy().tolist())
print("classes 1, 4 and -1 of 4:", out_of_range.numpy().tolist())
