import numpy as np
import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

digits = load_digits()
images = np.kron(digits.images / 16, np.ones((1, 3, 3)))
images = np.pad(images, ((0, 0), (2, 2), (2, 2)))
rng = np.random.default_rng(0)
order = rng.permutation(len(images))
x = torch.tensor(images[order].reshape(-1, 784), dtype=torch.float32)
y = torch.tensor(digits.target[order])
train_set = TensorDataset(x[:1500], y[:1500])
x_test, y_test = x[1500:], y[1500:]

model = nn.Sequential(nn.Linear(784, 64), nn.ReLU(), nn.Linear(64, 10))
with torch.no_grad():
    for layer in (model[0], model[2]):
        fan_out, fan_in = layer.weight.shape
        bound = (6 / (fan_in + fan_out)) ** 0.5
        start = rng.uniform(-bound, bound, (fan_in, fan_out))
        layer.weight.copy_(torch.tensor(start.T))
        layer.bias.zero_()

criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, eps=1e-12)
loader = DataLoader(train_set, batch_size=32, shuffle=False)

losses = []
model.train()
for epoch in range(5):
    total = 0.0
    for inputs, labels in loader:
        optimizer.zero_grad()
        loss = criterion(model(inputs), labels)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(inputs)
    losses.append(total / len(train_set))

model.eval()
with torch.no_grad():
    predicted = model(x_test).argmax(dim=1)
accuracy = (predicted == y_test).float().mean().item()

steps = int(optimizer.state[model[0].weight]["step"])
output_kernel = model[2].weight.detach().T
print(steps, "steps:", *(f"{loss:.4f}" for loss in losses))
print(f"held-out accuracy {accuracy:.3f}")
