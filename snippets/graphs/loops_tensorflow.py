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


def run(function):
    root = function(tf.constant(2.0))
    return root, function.experimental_get_tracing_count()


python_loop_root, python_loop_graphs = run(with_python_loop)
graph_loop_root, graph_loop_graphs = run(with_graph_loop)
doubled, range_graphs = run(with_range)
graph = with_range.get_concrete_function(tf.constant(2.0)).graph
operations = [op.type for op in graph.get_operations()]
multiplications = operations.count("Mul")

print(f"root of two: {python_loop_root:.4f}, {graph_loop_root:.4f}")
print("graphs for the Python while: ", python_loop_graphs)
print("graphs for tf.while_loop:    ", graph_loop_graphs)
print("multiplications for range(5):", multiplications)
