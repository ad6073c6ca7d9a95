import torch


def gradient_at(function, *values):
    x = torch.tensor(values, requires_grad=True)
    function(x).sum().backward()
    return x.grad


relu = gradient_at(torch.relu, 0.0)
absolute = gradient_at(torch.abs, 0.0)
clamp = gradient_at(lambda x: x.clamp(-1.0, 1.0), -1.0, 1.0)
square_root = gradient_at(torch.sqrt, 0.0)
largest = gradient_at(torch.amax, 1.0, 2.0, 2.0)
masked_log = gradient_at(
    lambda x: torch.where(x > 0, torch.log(x), 0.0), 0.0, 4.0
)
masked_input = gradient_at(
    lambda x: torch.log(torch.where(x > 0, x, 1.0)), 0.0, 4.0
)

print("relu at 0:", relu.numpy())
print("abs at 0:", absolute.numpy())
print("clamp at both limits:", clamp.numpy())
print("sqrt at 0:", square_root.numpy())
print("amax of (1, 2, 2):", largest.numpy())
print("where(x > 0, log(x), 0):", masked_log.numpy())
print("log(where(x > 0, x, 1)):", masked_input.numpy())
