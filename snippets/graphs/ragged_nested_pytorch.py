import torch

rows = [
    torch.tensor([1.0, 2.0, 3.0]),
    torch.tensor([4.0]),
    torch.tensor([5.0, 6.0]),
]
batch = torch.nested.nested_tensor(
    rows, layout=torch.jagged, requires_grad=True
)
print("shape:", batch.shape)

squares = batch**2
lengths = batch.offsets().diff()
padded = torch.nested.to_padded_tensor(squares, 0.0)
means = padded.sum(dim=1) / lengths

loss = (means * torch.tensor([1.0, 2.0, 3.0])).sum()
loss.backward()
gradient = batch.grad.values()

print("mean squares:", [round(m, 3) for m in means.tolist()])
print("gradient:", [round(g, 3) for g in gradient.tolist()])
