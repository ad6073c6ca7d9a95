import torch

torch.use_deterministic_algorithms(True)

index = torch.tensor([1, 3, 1])
values = torch.tensor([0.5, 2.0, -3.0])
summed = torch.zeros(4).index_add(0, index, values)
print("summed by index:", summed)

empty = torch.empty(3)
not_a_number = int(empty.isnan().sum())
print("empty memory:", empty)

drawn = len(torch.rand(3))
print("numbers drawn without a seed:", drawn)

torch.zeros(4).put_(index, values)
