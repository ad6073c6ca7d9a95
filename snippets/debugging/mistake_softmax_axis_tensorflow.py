import tensorflow as tf

scores = tf.constant(
    [[[1.0, 2.0], [3.0, 4.0]], [[0.0, 0.0], [0.0, 4.0]]]
)
probabilities = along_last_axis = tf.nn.softmax(scores)
along_first_axis = tf.nn.softmax(scores, axis=0)
print(tf.reduce_sum(probabilities, axis=-1))
