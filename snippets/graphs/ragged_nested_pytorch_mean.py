import torch

rows = [
    torch.tensor([1.0, 2.0, 3.0]),
    torch.tensor([4.0]),
    torch.tensor([5.0, 6.0]),
]
batch = torch.nested.nested_tensor(
    rows, layout=torch.jagged, requires_grad=True
)

means = (batch**2).mean(dim=1)
print("mean squares:", [round(m, 3) for m in means.tolist()])

loss = (means * torch.tensor([1.0, 2.0, 3.0])).sum()
loss.backward()
