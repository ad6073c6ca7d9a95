import torch

graphs = []


def counting_backend(graph_module, example_inputs):
    graphs.append(graph_module)
    return graph_module.forward


def lookup(table, key):
    return table[key] * 2


keys = [f"layer{i}" for i in range(12)]
table = {key: torch.tensor(float(i)) for i, key in enumerate(keys)}

compiled = torch.compile(lookup, backend=counting_backend)
outputs = [compiled(table, key) for key in keys]
traces = len(graphs)

torch.compiler.reset()
graphs.clear()
compiled = torch.compile(
    lookup, backend=counting_backend, recompile_limit=12
)
outputs_limit_twelve = [compiled(table, key) for key in keys]
traces_limit_twelve = len(graphs)

print("calls: ", len(outputs))
print("traces:", traces)
print("traces with recompile_limit=12:", traces_limit_twelve)
