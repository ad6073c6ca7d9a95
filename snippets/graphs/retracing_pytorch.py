import torch

graphs = []


def counting_backend(graph_module, example_inputs):
    graphs.append(graph_module)
    return graph_module.forward


def scale(x, factor):
    return x * factor


def count_traces(factors):
    torch.compiler.reset()
    graphs.clear()
    compiled = torch.compile(scale, backend=counting_backend)
    outputs = [compiled(x, factor) for factor in factors]
    return len(graphs), outputs


x = torch.tensor([1.0, 2.0, 3.0])
numbers = [2.0, 3.0, 4.0]
tensors = [torch.tensor(number) for number in numbers]

traces_for_numbers, outputs_for_numbers = count_traces(numbers)
traces_for_tensors, outputs_for_tensors = count_traces(tensors)

print("traces for three Python numbers:", traces_for_numbers)
print("traces for three tensors:       ", traces_for_tensors)
