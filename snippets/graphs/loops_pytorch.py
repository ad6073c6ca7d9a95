import torch

graphs = []


def counting_backend(graph_module, example_inputs):
    graphs.append(graph_module)
    return graph_module.forward


@torch.compile(backend=counting_backend)
def with_python_loop(a):
    root = a
    while torch.abs(root * root - a) > 1e-4:
        root = (root + a / root) / 2
    return root


@torch.compile(backend=counting_backend, fullgraph=True)
def with_graph_loop(a):
    (root,) = torch.while_loop(
        lambda root: torch.abs(root * root - a) > 1e-4,
        lambda root: ((root + a / root) / 2,),
        (a,),
    )
    return root


@torch.compile(backend=counting_backend, fullgraph=True)
def with_range(x):
    for _ in range(5):
        x = x * 2
    return x


def run(function):
    graphs.clear()
    return function(torch.tensor(2.0)), len(graphs)


python_loop_root, python_loop_graphs = run(with_python_loop)
graph_loop_root, graph_loop_graphs = run(with_graph_loop)
doubled, range_graphs = run(with_range)
operations = [node.op for node in graphs[0].graph.nodes]
multiplications = operations.count("call_function")

print(f"root of two: {python_loop_root:.4f}, {graph_loop_root:.4f}")
print("graphs for the Python while: ", python_loop_graphs)
print("graphs for torch.while_loop: ", graph_loop_graphs)
print("multiplications for range(5):", multiplications)
