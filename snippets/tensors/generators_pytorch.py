import torch

generator = torch.Generator().manual_seed(7)
first = torch.rand(3, generator=generator)
state = generator.get_state()
expected = torch.rand(3, generator=generator)
moves_on = not torch.equal(first, expected)

torch.rand(100)  # the global generator takes no part
resumed = torch.Generator()
resumed.set_state(state)
resumes = torch.equal(torch.rand(3, generator=resumed), expected)
print("resumed from the saved state:", resumes)


def draw(seed):
    fresh = torch.Generator().manual_seed(seed)
    return torch.rand(3, generator=fresh)


same_seed_twice = torch.equal(draw(1), draw(1))
stateless_repeats = torch.equal(draw(7), draw(7))
print("a new generator with the same seed:", same_seed_twice)
