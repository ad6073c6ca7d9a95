import tensorflow as tf

scores = tf.constant(
    [[[1.0, 2.0], [3.0, 4.0]], [[0.0, 0.0], [0.0, 4.0]]]
)
probabilities = tf.nn.softmax(scores)
print(tf.reduce_sum(probabilities, axis=-1))
