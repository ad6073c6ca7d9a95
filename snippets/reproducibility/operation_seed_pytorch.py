import torch

first = torch.rand(3, generator=torch.Generator().manual_seed(5))
second = torch.rand(3, generator=torch.Generator().manual_seed(5))
changed = int(not torch.equal(first, second))

generator = torch.Generator().manual_seed(5)
third = torch.rand(3, generator=generator)
fourth = torch.rand(3, generator=generator)
generator_changed = int(not torch.equal(third, fourth))
begins_changed = int(not torch.equal(third, first))

draws = torch.cat([first, second, third, fourth])
sum_of_draws = draws.sum().item()

print("seed 5:", first.numpy().round(4))
print("seed 5:", second.numpy().round(4))
print("one generator:", third.numpy().round(4))
print("              ", fourth.numpy().round(4))
