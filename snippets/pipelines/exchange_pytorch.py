import numpy as np
import tensorflow as tf
import torch
from torch import nn
from torch.nn.functional import mse_loss

rng = np.random.default_rng(0)
x = rng.normal(size=(50, 3)).astype("float32")
noise = rng.normal(size=(50, 1)).astype("float32")
y = x @ np.float32([[1.0], [-2.0], [0.5]]) + 3 + noise

dataset = tf.data.Dataset.from_tensor_slices((x, y)).batch(8)

model = nn.Linear(3, 1)
nn.init.zeros_(model.weight)
nn.init.zeros_(model.bias)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)

losses = []
for epoch in range(3):
    total = 0.0
    for batch in dataset:
        # numpy() copies; as_numpy_iterator() gives read-only arrays
        inputs, targets = (torch.from_numpy(t.numpy()) for t in batch)
        optimizer.zero_grad()
        loss = mse_loss(model(inputs), targets)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(inputs)
    losses.append(total / len(x))

weight = model.weight.detach()[0]
bias = model.bias.detach()
print("losses:", *(f"{loss:.4f}" for loss in losses))
print("weight:", weight.numpy().round(4), "bias:", bias.numpy())

torch.from_numpy(next(dataset.as_numpy_iterator())[0])
