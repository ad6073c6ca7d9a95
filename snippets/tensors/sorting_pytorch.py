import torch

ties = torch.tensor([[3.0, 1.0, 2.0, 3.0], [-1.0, 0.0, -5.0, -1.0]])
descending, order_descending = ties.sort(
    dim=1, descending=True, stable=True
)
order_ascending = ties.argsort(dim=1, stable=True)
print("descending:", descending.tolist())
print("order:", order_descending.tolist())
print("ascending order:", order_ascending.tolist())

scores = torch.tensor([[4.0, 1.0, 7.0], [-1.0, 6.0, -5.0]])
scores.requires_grad_()
top, top_positions = scores.topk(2, dim=1)
top_per_column = scores.topk(1, dim=0).values
ordered = scores.sort(dim=1).values

loss = (ordered * torch.tensor([1.0, 2.0, 4.0])).sum()
loss = loss + top.square().sum()
(gradient,) = torch.autograd.grad(loss, scores)
print("two largest:", top.tolist(), "at", top_positions.tolist())
print("gradient:", gradient.tolist())
