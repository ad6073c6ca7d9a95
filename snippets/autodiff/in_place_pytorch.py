import torch

x = torch.tensor(3.0, requires_grad=True)

buffer = torch.zeros(3)
buffer[1] = x
(gradient_through_write,) = torch.autograd.grad(
    buffer.square().sum(), x
)
updated = torch.select_scatter(torch.zeros(3), x, dim=0, index=1)
(gradient_through_update,) = torch.autograd.grad(
    updated.square().sum(), x
)
print("through buffer[1] = x:", gradient_through_write)
print("through select_scatter:", gradient_through_update)

weight = torch.tensor(2.0, requires_grad=True)
square = weight.clone() ** 2
with torch.no_grad():
    weight.add_(3.0)
(gradient,) = torch.autograd.grad(square, weight)
print("weight modified, copy used:", gradient)

weight = torch.tensor(2.0, requires_grad=True)
with torch.autograd.graph.allow_mutation_on_saved_tensors():
    square = weight**2
    with torch.no_grad():
        weight.add_(3.0)
    (gradient_allowed,) = torch.autograd.grad(square, weight)
print("weight modified, allowed:", gradient_allowed)

weight = torch.tensor(2.0, requires_grad=True)
square = weight**2
with torch.no_grad():
    weight.add_(3.0)
torch.autograd.grad(square, weight)
