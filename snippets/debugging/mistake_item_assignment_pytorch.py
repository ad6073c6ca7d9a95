import torch

x = torch.zeros(4)
x[0] = 1
print(x)
