import tensorflow as tf


def count_traces(sizes, **options):
    @tf.function(**options)
    def mean_row(x):
        return tf.reduce_mean(x, axis=0)

    outputs = [mean_row(data[:size]) for size in sizes]
    return mean_row.experimental_get_tracing_count(), outputs


data = tf.reshape(tf.range(24.0), (8, 3))
sizes = [2, 3, 4] * 4
any_size = [tf.TensorSpec([None, 3], tf.float32)]

traces_default, outputs = count_traces(sizes)
traces_fixed, _ = count_traces(sizes, reduce_retracing=False)
traces_relaxed, _ = count_traces(sizes, reduce_retracing=True)
traces_dynamic, _ = count_traces(sizes, input_signature=any_size)
traces_with_one, _ = count_traces([1, *sizes], input_signature=any_size)

print("default:                 ", traces_default)
print("reduce_retracing=False:  ", traces_fixed)
print("reduce_retracing=True:   ", traces_relaxed)
print("None in input_signature: ", traces_dynamic)
print("None, one row too:       ", traces_with_one)
