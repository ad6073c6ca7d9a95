import torch

weight = torch.tensor([[1.0, -2.0], [0.5, 3.0]])
row = weight[1]
copied_row = weight[1].clone()
address = weight.data_ptr()

summed = weight + 1.0
new_memory = int(summed.data_ptr() != address)

weight.add_(1.0)
same_memory = int(weight.data_ptr() == address)

updated, earlier_row = weight, row
print("weight + 1.0 lies elsewhere:", bool(new_memory))
print("add_ stays in place:", bool(same_memory))
print("row taken before:", earlier_row)
print("row copied before:", copied_row)
