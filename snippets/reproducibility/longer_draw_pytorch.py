import torch


def draw(function, size):
    return function(size, generator=torch.Generator().manual_seed(0))


few, many = draw(torch.rand, 8), draw(torch.rand, 16)
uniform_changed = int(not torch.equal(few, many[:8]))
uniform_sum = (few[:4] + many[:4]).sum().item()
print("uniform:", few[:4].numpy().round(4))
print("of 16:  ", many[:4].numpy().round(4))

few, many = draw(torch.randn, 8), draw(torch.randn, 16)
normal_changed = int(not torch.equal(few, many[:8]))
normal_sum = (few[:4] + many[:4]).sum().item()
print("normal: ", few[:4].numpy().round(4))
print("of 16:  ", many[:4].numpy().round(4))
