import torch

graphs = []


def counting_backend(graph_module, example_inputs):
    graphs.append(graph_module)
    return graph_module.forward


@torch.compile(backend=counting_backend)
def with_if(x):
    if x.sum() > 0:
        return x**2
    return 0.5 * x


@torch.compile(backend=counting_backend, fullgraph=True)
def with_cond(x):
    return torch.cond(
        x.sum() > 0, lambda x: x**2, lambda x: 0.5 * x, (x,)
    )


def run(function):
    graphs.clear()
    values, gradients = [], []
    for numbers in ([1.0, 2.0], [-1.0, -2.0]):
        x = torch.tensor(numbers, requires_grad=True)
        y = function(x)
        y.sum().backward()
        values.append(y.tolist())
        gradients.append(x.grad.tolist())
    return values, gradients, len(graphs)


if_values, if_gradients, if_graphs = run(with_if)
cond_values, cond_gradients, cond_graphs = run(with_cond)

print("values:   ", if_values)
print("gradients:", if_gradients)
print("graphs for the Python if:", if_graphs)
print("graphs for torch.cond:   ", cond_graphs)
