import torch

graphs = []


def counting_backend(graph_module, example_inputs):
    graphs.append(graph_module)
    return graph_module.forward


@torch.compile(backend=counting_backend)
def lookup(table, key):
    return table[key] * 2


keys = [f"layer{i}" for i in range(12)]
table = {key: torch.tensor(float(i)) for i, key in enumerate(keys)}
outputs = [lookup(table, key) for key in keys]

traces = len(graphs)
print("calls: ", len(outputs))
print("traces:", traces)
