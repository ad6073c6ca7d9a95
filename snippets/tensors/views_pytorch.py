import torch

x = torch.arange(6.0).reshape(2, 3)
row, transposed, flat = x[0], x.T, x.reshape(-1)
picked, masked, cloned = x[[0]], x[x >= 0], x.clone()

x[0, 1] = 100.0
views = [row[1].item(), transposed[1, 0].item(), flat[1].item()]
copies = [picked[0, 1].item(), masked[1].item(), cloned[0, 1].item()]
print("row, transpose, reshape:", views)
print("list index, mask, clone:", copies)

increased = torch.tensor([1.0, 2.0])
alias = increased
increased += 1
print("other name after +=:", alias)
