import torch

x = torch.zeros(4, requires_grad=True)
with torch.no_grad():
    x[0] = 1
print(x)

x[0] = 1
