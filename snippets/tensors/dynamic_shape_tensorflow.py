import tensorflow as tf


@tf.function(input_signature=[tf.TensorSpec([None, 3], tf.float32)])
def column_means(x):
    rows = tf.shape(x)[0]
    means = tf.reduce_sum(x, axis=0) / tf.cast(rows, x.dtype)
    return means, rows, x.shape[0], x.shape[1]


data = tf.reshape(tf.range(15.0), (5, 3)) ** 2
results = [column_means(data[:size]) for size in (2, 5)]

means = [result[0] for result in results]
rows_at_run_time = [int(result[1]) for result in results]
rows_from_shape = [result[2] for result in results]
columns = [int(result[3]) for result in results]
print("means of 2 rows:", means[0].numpy().tolist())
print("means of 5 rows:", means[1].numpy().tolist())
print("tf.shape(x)[0]:", *rows_at_run_time)
print("x.shape[0]:", *rows_from_shape)
