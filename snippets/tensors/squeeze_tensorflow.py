import tensorflow as tf

x = tf.reshape(tf.range(12.0), (1, 3, 1, 4, 1))

all_removed = tf.squeeze(x)
some_removed = tf.squeeze(x, axis=(0, 2))
added = tf.expand_dims(tf.expand_dims(all_removed, 1), -1)
left_alone = tf.squeeze(x, axis=1) if x.shape[1] == 1 else x

print("squeeze():", tuple(all_removed.shape))
print("squeeze(axis=(0, 2)):", tuple(some_removed.shape))
print("expand_dims at 1 and -1:", tuple(added.shape))
print("squeezed only if of size 1:", tuple(left_alone.shape))

tf.squeeze(x, axis=1)
