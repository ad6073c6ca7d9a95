import torch

graphs = []


def counting_backend(graph_module, example_inputs):
    graphs.append(graph_module)
    return graph_module.forward


factor = 2.0
weight = torch.tensor(2.0)


@torch.compile(backend=counting_backend)
def by_number(x):
    return x * factor


@torch.compile(backend=counting_backend)
def by_tensor(x):
    return x * weight


x = torch.tensor([1.0, 2.0, 3.0])
number_before = by_number(x)
factor = 5.0
number_after = by_number(x)
number_traces = len(graphs)

graphs.clear()
tensor_before = by_tensor(x)
weight.fill_(5.0)
tensor_after = by_tensor(x)
tensor_traces = len(graphs)

print("Python number, 2 then 5:", number_after.tolist())
print("traces:", number_traces)
print("tensor, 2 then 5:       ", tensor_after.tolist())
print("traces:", tensor_traces)
