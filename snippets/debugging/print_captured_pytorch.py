import torch

lines = []
graphs = []


def count(graph, inputs):
    graphs.append(graph)
    return graph


def show(name, value):
    lines.append(name)
    print(name, value)


@torch.compile(backend=count)
def layer(x):
    hidden = x * 2
    show("print:", hidden)
    return hidden + 1


outputs = [layer(torch.tensor([i, i + 0.5])) for i in range(3)]
python_prints = len(lines)
graph_count = len(graphs)
print(f"{python_prints} Python prints, {graph_count} graphs")
