import tensorflow as tf


@tf.function
def lookup(table, key):
    return table[key] * 2


keys = [f"layer{i}" for i in range(12)]
table = {key: tf.constant(float(i)) for i, key in enumerate(keys)}
outputs = [lookup(table, key) for key in keys]

traces = lookup.experimental_get_tracing_count()
print("calls: ", len(outputs))
print("traces:", traces)
