import weakref

import torch

x = torch.tensor([1.0, -2.0, 0.5], requires_grad=True)


def forward():
    hidden = x * 3.0
    return hidden.square().sum(), weakref.ref(hidden)


def alive(reference):
    return int(reference() is not None)


loss, hidden = forward()
alive_recorded = alive(hidden)
(gradient,) = torch.autograd.grad(loss, x)
alive_after_gradient = alive(hidden)

loss, hidden = forward()
torch.autograd.grad(loss, x, retain_graph=True)
alive_kept = alive(hidden)
del loss
alive_after_del = alive(hidden)

with torch.no_grad():
    loss, hidden = forward()
alive_unrecorded = alive(hidden)

print("recorded:", alive_recorded)
print("after the gradient:", alive_after_gradient)
print("after the gradient, graph retained:", alive_kept)
print("after del:", alive_after_del)
print("without recording:", alive_unrecorded)
