import torch
from torch import nn

layer = nn.Linear(3, 1)
prediction = layer(torch.ones(2, 3))

array_shape = prediction.detach().numpy().shape
print("after detach():", array_shape)

prediction.numpy()
