import torch

graphs = []


def counting_backend(graph_module, example_inputs):
    graphs.append(graph_module)
    return graph_module.forward


def mean_row(x):
    return x.mean(dim=0)


def count_traces(sizes, **options):
    torch.compiler.reset()
    graphs.clear()
    compiled = torch.compile(
        mean_row, backend=counting_backend, **options
    )
    outputs = [compiled(data[:size]) for size in sizes]
    return len(graphs), outputs


data = torch.arange(24.0).reshape(8, 3)
sizes = [2, 3, 4] * 4

traces_default, outputs = count_traces(sizes)
traces_fixed, _ = count_traces(sizes, dynamic=False)
traces_relaxed, _ = count_traces(sizes, dynamic=None)
traces_dynamic, _ = count_traces(sizes, dynamic=True)
traces_with_one, _ = count_traces([1, *sizes], dynamic=True)

print("default:                 ", traces_default)
print("dynamic=False:           ", traces_fixed)
print("dynamic=None:            ", traces_relaxed)
print("dynamic=True:            ", traces_dynamic)
print("dynamic=True, one row too:", traces_with_one)
