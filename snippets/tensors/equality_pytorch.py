import torch

a = torch.tensor([1.0, 2.0, torch.nan])
b = torch.tensor([1.0, 2.5, torch.nan])
x = torch.tensor([1.0, 100.0, 0.0, 0.0])
y = torch.tensor([1.000009, 100.002, 1e-9, 5e-8])

elementwise = a == b
whole = [torch.equal(x, x.clone()), torch.equal(a, a.clone())]
with_nan = [torch.allclose(a, a), torch.allclose(a, a, equal_nan=True)]
nearly = torch.isclose(x, y)
other_shape = torch.equal(a, b[:2])
in_a_set = len({x, x.clone()})  # by identity, not by value

print("a == b:", elementwise.tolist())
print("equal, without and with NaN:", *whole)
print("isclose:", nearly.tolist())
print("equal for another shape:", other_shape)
print("x and its clone in a set:", in_a_set)

a == b[:2]
