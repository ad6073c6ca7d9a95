import sys

import tensorflow as tf

lines = []


def show(name, value):
    lines.append(name)
    print(name, value, flush=True)


@tf.function
def layer(x):
    hidden = x * 2
    show("print:", hidden)
    tf.print("tf.print:", hidden, output_stream=sys.stdout)
    tf.print("tf.print, standard error:", hidden)
    return hidden + 1


outputs = [layer(tf.constant([i, i + 0.5])) for i in range(3)]
python_prints = len(lines)
graph_count = layer.experimental_get_tracing_count()
print(f"{python_prints} Python print, {graph_count} graph")
