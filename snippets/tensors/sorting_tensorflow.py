import tensorflow as tf

ties = tf.constant([[3.0, 1.0, 2.0, 3.0], [-1.0, 0.0, -5.0, -1.0]])
descending = tf.sort(ties, axis=1, direction="DESCENDING")
order_descending = tf.argsort(
    ties, axis=1, direction="DESCENDING", stable=True
)
order_ascending = tf.argsort(ties, axis=1, stable=True)
print("descending:", descending.numpy().tolist())
print("order:", order_descending.numpy().tolist())
print("ascending order:", order_ascending.numpy().tolist())

scores = tf.constant([[4.0, 1.0, 7.0], [-1.0, 6.0, -5.0]])
with tf.GradientTape() as tape:
    tape.watch(scores)
    top, top_positions = tf.math.top_k(scores, k=2)
    ordered = tf.sort(scores, axis=1)
    loss = tf.reduce_sum(ordered * [1.0, 2.0, 4.0])
    loss += tf.reduce_sum(top**2)
gradient = tape.gradient(loss, scores)
# top_k knows the last axis only
by_column = tf.math.top_k(tf.transpose(scores), k=1).values
top_per_column = tf.transpose(by_column)
positions = top_positions.numpy().tolist()
print("two largest:", top.numpy().tolist(), "at", positions)
print("gradient:", gradient.numpy().tolist())
