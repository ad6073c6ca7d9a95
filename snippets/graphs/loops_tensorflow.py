import tensorflow as tf


@tf.function
def with_python_loop(a):
    root = a
    while tf.abs(root * root - a) > 1e-4:
        root = (root + a / root) / 2
    return root


@tf.function
def with_graph_loop(a):
    (root,) = tf.while_loop(
        lambda root: tf.abs(root * root - a) > 1e-4,
        lambda root: ((root + a / root) / 2,),
        (a,),
    )
    return root


@tf.function
def with_range(x):
    for _ in range(5):
        x = x * 2
    return x


@tf.function
def with_tf_range(x):
    for _ in tf.range(5):
        x = x * 2
    return x


def operations(function):
    graph = function.get_concrete_function(tf.constant(2.0)).graph
    return [op.type for op in graph.get_operations()]


def run(function):
    root = function(tf.constant(2.0))
    return root, function.experimental_get_tracing_count()


python_loop_root, python_loop_graphs = run(with_python_loop)
graph_loop_root, graph_loop_graphs = run(with_graph_loop)
doubled, range_graphs = run(with_range)
multiplications = operations(with_range).count("Mul")
loops_in_graph = operations(with_tf_range).count("StatelessWhile")

print(f"root of two: {python_loop_root:.4f}, {graph_loop_root:.4f}")
print("graphs for the Python while: ", python_loop_graphs)
print("graphs for tf.while_loop:    ", graph_loop_graphs)
print("multiplications for range(5):", multiplications)
print("loops for tf.range(5):       ", loops_in_graph)
