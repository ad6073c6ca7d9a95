import torch
from torch._dynamo.decorators import mark_unbacked

graphs = []


def counting_backend(graph_module, example_inputs):
    graphs.append(graph_module)
    return graph_module.forward


def mean_row(x):
    return x.mean(dim=0)


def count_traces(batches, **options):
    torch.compiler.reset()
    graphs.clear()
    compiled = torch.compile(
        mean_row, backend=counting_backend, **options
    )
    outputs = [compiled(batch) for batch in batches]
    return len(graphs), outputs


data = torch.arange(24.0).reshape(8, 3)
batches = [data[:size] for size in [2, 3, 4] * 4]
with_one = [data[:1], *batches]

traces_default, outputs = count_traces(batches)
traces_fixed, _ = count_traces(batches, dynamic=False)
traces_relaxed, _ = count_traces(batches, dynamic=None)
traces_dynamic, _ = count_traces(batches, dynamic=True)
traces_with_one, _ = count_traces(with_one, dynamic=True)

for batch in with_one:
    mark_unbacked(batch, 0)
traces_unbacked, _ = count_traces(with_one)

print("default:                  ", traces_default)
print("dynamic=False:            ", traces_fixed)
print("dynamic=None:             ", traces_relaxed)
print("dynamic=True:             ", traces_dynamic)
print("dynamic=True, one row too:", traces_with_one)
print("unbacked, one row too:    ", traces_unbacked)
