import tensorflow as tf


def weighted_mean(values, weights):
    tf.debugging.assert_shapes(
        [(values, ("N", "D")), (weights, ("N",))],
        message="weighted_mean",
    )
    weighted = values * weights[:, None]
    return tf.reduce_sum(weighted, axis=0) / tf.reduce_sum(weights)


values = tf.constant([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
mean = weighted_mean(values, tf.constant([1.0, 1.0, 2.0]))
print(mean.numpy().tolist())

weighted_mean(values, tf.constant([1.0]))
