import tensorflow as tf

x = tf.constant([[0.5, -1.0, 2.0], [-3.0, 4.0, 1.0]])

where_alone = tf.where(x > 0.7)
by_axis = tf.stack(tf.unstack(where_alone, axis=1))
positions = where_alone
chosen = tf.where(x > 0.7, x, -x * 10)

print("where(condition):", where_alone.numpy().tolist())
print("by axis:", by_axis.numpy().tolist())
print("where with three arguments:", chosen.numpy().tolist())
