import re
import traceback

import tensorflow as tf


def reshape(x):
    doubled = x * 2
    return tf.reshape(doubled, [4])


def lookup(x, index):
    doubled = x * 2
    return tf.gather(doubled, index)


def lines_named(call, name, *arguments):
    try:
        call(*arguments)
    except (ValueError, tf.errors.InvalidArgumentError):
        text = traceback.format_exc()
    first = globals()[name].__code__.co_firstlineno
    found = re.findall(rf"line (\d+), in {name}\b", text)
    return [int(line) - first for line in found]


shape = "reshape", tf.ones((2, 3))
index = "lookup", tf.ones(4), tf.constant([9])
eager_shape = lines_named(reshape, *shape)
eager_index = lines_named(lookup, *index)
captured_shape = lines_named(tf.function(reshape), *shape)
captured_lookup = tf.function(lookup)
captured_index = lines_named(captured_lookup, *index)
graphs = captured_lookup.experimental_get_tracing_count()

print("lines of the function that the traceback names (def: 0)")
print(f"eager:    wrong shape {eager_shape}, index {eager_index}")
print(f"captured: wrong shape {captured_shape}, index {captured_index}")
