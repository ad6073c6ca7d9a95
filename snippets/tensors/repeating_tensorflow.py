import tensorflow as tf

x = tf.constant([1.0, 2.0, 3.0])

with tf.GradientTape() as tape:
    tape.watch(x)
    repeated = tf.repeat(x, 2)
    interleaved = repeated
    whole = tf.tile(x, [2])
    tiled = tf.tile(tf.stack([x, -x]), (1, 2))
    by_counts = tf.repeat(x, [3, 0, 1])
    loss = tf.reduce_sum(interleaved * tf.range(6.0))
    loss += tf.reduce_sum(tf.square(tiled * tf.range(6.0)))
    loss += tf.reduce_sum(by_counts**3)
gradient = tape.gradient(loss, x)

print("tf.repeat(x, 2):", repeated.numpy().tolist())
print("tf.tile(x, [2]):", whole.numpy().tolist())
print("rows, tile by (1, 2):", tiled.numpy().tolist())
print("3, 0 and 1 times:", by_counts.numpy().tolist())
print("gradient:", tf.convert_to_tensor(gradient).numpy().tolist())
