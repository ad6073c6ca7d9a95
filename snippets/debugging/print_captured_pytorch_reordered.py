import torch

torch._dynamo.config.reorderable_logging_functions.add(print)
graphs = []


def count(graph, inputs):
    graphs.append(graph)
    return graph


@torch.compile(backend=count, fullgraph=True)
def layer(x):
    hidden = x * 2
    print("print:", hidden)
    return hidden + 1


outputs = [layer(torch.tensor([i, i + 0.5])) for i in range(3)]
graph_count = len(graphs)
print(f"{graph_count} graph")
