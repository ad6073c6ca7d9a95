import tensorflow as tf

factor = 2.0
weight = tf.Variable(2.0)


@tf.function
def by_number(x):
    return x * factor


@tf.function
def by_tensor(x):
    return x * weight


x = tf.constant([1.0, 2.0, 3.0])
number_before = by_number(x)
factor = 5.0
number_after = by_number(x)
number_traces = by_number.experimental_get_tracing_count()

tensor_before = by_tensor(x)
weight.assign(5.0)
tensor_after = by_tensor(x)
tensor_traces = by_tensor.experimental_get_tracing_count()

print("Python number, 2 then 5:", number_after.numpy())
print("traces:", number_traces)
print("variable, 2 then 5:     ", tensor_after.numpy())
print("traces:", tensor_traces)
