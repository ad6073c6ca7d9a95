import numpy as np
import torch
from sklearn.datasets import load_digits
from torch import nn, optim

digits = load_digits()
images = np.kron(digits.images / 16, np.ones((1, 3, 3)))
images = np.pad(images, ((0, 0), (2, 2), (2, 2)))
x_train = torch.tensor(images.reshape(-1, 784), dtype=torch.float32)
y_train = torch.tensor(digits.target)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(784, 64)
        self.fc2 = nn.Linear(64, 10)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


torch.manual_seed(0)
model = Net()
criterion = nn.CrossEntropyLoss()
optimizer = optim.Adam(model.parameters())

for epoch in range(5):
    optimizer.zero_grad()
    loss = criterion(model(x_train), y_train)
    loss.backward()
    optimizer.step()

steps = int(optimizer.state[model.fc1.weight]["step"])
with torch.no_grad():
    final_loss = criterion(model(x_train), y_train).item()
print(f"{steps} optimiser steps, loss {final_loss:.2f}")
