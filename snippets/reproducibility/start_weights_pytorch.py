import torch
from torch import nn

generator = torch.Generator().manual_seed(1)
first, second = nn.Linear(3, 3), nn.Linear(3, 3)
nn.init.xavier_uniform_(first.weight, generator=generator)
nn.init.xavier_uniform_(second.weight, generator=generator)

again = nn.Linear(3, 3)
generator.manual_seed(1)
nn.init.xavier_uniform_(again.weight, generator=generator)

same_start = torch.equal(first.weight, second.weight)
difference = (first.weight - second.weight).abs().max()
generator_difference = difference.item()
repeat_difference = (first.weight - again.weight).abs().max().item()
largest = first.weight.abs().max().item()
print("two layers, one generator, equal:", same_start)
print(first.weight.detach().numpy().round(4))
print("generator set back, difference:", repeat_difference)
