import torch

x = torch.tensor([1.0, 2.0, 3.0, 4.0], requires_grad=True)
values = torch.tensor([10.0, 20.0, 30.0], requires_grad=True)
index = torch.tensor([1, 1, 3])

added = x.index_add(0, index, values)
written = x.index_copy(0, index[1:], values[1:])
loss = added.square().sum() + 3 * written.square().sum()
gradients = torch.autograd.grad(loss, [x, values])
print("added:", added.tolist())
print("written:", written.tolist())
print("gradients:", *(g.tolist() for g in gradients))

counted = torch.zeros(4)
counted[index] += 1
accumulated = torch.zeros(4)
accumulated.index_add_(0, index, torch.ones(3))
print("counts[index] += 1:", counted.tolist())
print("index_add_:", accumulated.tolist())
