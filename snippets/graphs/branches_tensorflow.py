import tensorflow as tf


@tf.function
def with_if(x):
    if tf.reduce_sum(x) > 0:
        return x**2
    return 0.5 * x


@tf.function
def with_cond(x):
    return tf.cond(tf.reduce_sum(x) > 0, lambda: x**2, lambda: 0.5 * x)


def run(function):
    values, gradients = [], []
    for numbers in ([1.0, 2.0], [-1.0, -2.0]):
        x = tf.constant(numbers)
        with tf.GradientTape() as tape:
            tape.watch(x)
            y = function(x)
        values.append(y.numpy().tolist())
        gradients.append(tape.gradient(y, x).numpy().tolist())
    graphs = function.experimental_get_tracing_count()
    return values, gradients, graphs


if_values, if_gradients, if_graphs = run(with_if)
cond_values, cond_gradients, cond_graphs = run(with_cond)

print("values:   ", if_values)
print("gradients:", if_gradients)
print("graphs for the Python if:", if_graphs)
print("graphs for tf.cond:      ", cond_graphs)
