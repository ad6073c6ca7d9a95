import torch
from torch.utils._python_dispatch import TorchDispatchMode

operations = []


class Log(TorchDispatchMode):
    def __torch_dispatch__(self, func, types, args=(), kwargs=None):
        operations.append(str(func.overloadpacket))
        return func(*args, **(kwargs or {}))


x = torch.tensor([[1.0, -2.0, 3.0]])
weight = torch.ones(3, 2, requires_grad=True)

with Log():
    loss = torch.relu(x @ weight).sum()
    loss.backward()

gradient = weight.grad
matrix_products = operations.count("aten.mm")
print("\n".join(operations))
