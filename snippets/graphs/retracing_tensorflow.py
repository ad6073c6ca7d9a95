import tensorflow as tf


def scale(x, factor):
    return x * factor


def count_traces(factors):
    compiled = tf.function(scale)
    outputs = [compiled(x, factor) for factor in factors]
    return compiled.experimental_get_tracing_count(), outputs


x = tf.constant([1.0, 2.0, 3.0])
numbers = [2.0, 3.0, 4.0]
tensors = [tf.constant(number) for number in numbers]

traces_for_numbers, outputs_for_numbers = count_traces(numbers)
traces_for_tensors, outputs_for_tensors = count_traces(tensors)

print("traces for three Python numbers:", traces_for_numbers)
print("traces for three tensors:       ", traces_for_tensors)
