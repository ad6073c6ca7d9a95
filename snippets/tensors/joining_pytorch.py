import torch

a = torch.tensor([[1.0, 2.0], [3.0, -4.0]], requires_grad=True)
b = torch.tensor([[5.0, 6.0]], requires_grad=True)

joined = torch.cat([a, b, a], dim=0)
beside = torch.cat([a, a * 10], dim=1)
stacked = torch.stack([a, -a], dim=1)
loss = (joined**3).sum() + beside.square().sum() + stacked[:, 0].sum()
gradients = torch.autograd.grad(loss, [a, b])

x = torch.arange(12.0).reshape(6, 2)
split_by_two = torch.split(x, 2)
pieces_of_two = split_by_two
two_pieces = torch.tensor_split(x, 2)
uneven = torch.split(x, [1, 2, 3])
unstacked = x.unbind(dim=1)
chunks_of_four = len(torch.chunk(x, 4))

print("joined:", joined.tolist())
print("stacked:", tuple(stacked.shape))
print("split(x, 2):", *(tuple(p.shape) for p in split_by_two))
print("tensor_split(x, 2):", *(tuple(p.shape) for p in two_pieces))
print("split by sizes:", *(tuple(p.shape) for p in uneven))
print("chunk(x, 4):", chunks_of_four, "pieces")
