import numpy as np
import torch
from sklearn.datasets import load_digits
from torch import nn

shapes = [(3, 3, 1, 4), (4,), (3, 3, 4, 6), (6,), (24, 10), (10,)]
rng = np.random.default_rng(0)
start = [torch.tensor(rng.normal(0, 0.3, shape)) for shape in shapes]
digits = load_digits()
images = torch.tensor(digits.images[:96, None] / 16)
x, y = images.float(), torch.tensor(digits.target[:96])

model = nn.Sequential(
    nn.Conv2d(1, 4, 3, padding="same"),
    nn.ReLU(),
    nn.MaxPool2d(2),
    nn.Conv2d(4, 6, 3),
    nn.ReLU(),
    nn.Flatten(),
    nn.Linear(24, 10),
)

# Flatten lists channels first here and last in Keras, so the rows
# of the dense kernel are regrouped: (height, width, channel, unit)
start[4] = start[4].unflatten(0, (2, 2, 6))
with torch.no_grad():
    for parameter, values in zip(
        model.parameters(), start, strict=True
    ):
        if values.ndim == 4:
            values = values.permute(3, 2, 0, 1)
        parameter.copy_(values.reshape(parameter.shape))

optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
losses = []
for step in range(15):
    batch = slice(step % 3 * 32, step % 3 * 32 + 32)
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x[batch]), y[batch])
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

weights = [parameter.detach() for parameter in model.parameters()]
weights[4] = weights[4].unflatten(1, (6, 2, 2))
weights = [w.permute(2, 3, 1, 0) if w.ndim == 4 else w for w in weights]
with torch.no_grad():
    predictions = model(x[:8])
print("losses:", *(f"{loss:.4f}" for loss in losses[::3]))
