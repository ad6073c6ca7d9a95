import tensorflow as tf

x = tf.constant([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
weights = tf.reshape(tf.range(18.0), (3, 6))

with tf.GradientTape() as tape:
    tape.watch(x)
    # top 0, bottom 3, left 1, right 2: the first axis comes first
    padded = tf.pad(x, [[0, 3], [1, 2]], constant_values=-1.0)
    reflected = tf.pad(x, [[1, 0], [2, 1]], mode="REFLECT")
    loss = tf.reduce_sum(tf.square(reflected * weights))
    loss += tf.reduce_sum(padded**3)
gradient = tape.gradient(loss, x)

print("padded:", tuple(padded.shape))
print("first row:", padded[0].numpy().tolist())
print("reflected, first row:", reflected[0].numpy().tolist())
print("gradient:", gradient.numpy().tolist())
