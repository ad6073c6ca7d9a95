import torch


def gradient_at(function, *values):
    x = torch.tensor(values, requires_grad=True)
    function(x).sum().backward()
    return x.grad


larger = gradient_at(lambda x: torch.maximum(x[0], x[1]), 1.0, 1.0)
largest = gradient_at(lambda x: x.max(dim=0).values, 1.0, 2.0, 2.0)
norm = gradient_at(torch.linalg.vector_norm, 0.0, 0.0)
deviation = gradient_at(lambda x: x.std(correction=0), 1.0, 1.0)
norm_is_nan = bool(norm.isnan().any())
deviation_is_nan = bool(deviation.isnan().any())
rounded = gradient_at(torch.round, 0.3)

print("maximum(1, 1):", larger.numpy())
print("max(dim=0) of (1, 2, 2):", largest.numpy())
print("vector_norm at (0, 0):", norm.numpy())
print("std of (1, 1):", deviation.numpy())
print("round:", rounded)
