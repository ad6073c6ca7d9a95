import shutil

import numpy as np
import torch
from sklearn.datasets import load_wine
from tensorboard.backend.event_processing import event_accumulator
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
from torch.utils.tensorboard import SummaryWriter

rng = np.random.default_rng(0)
data, target = load_wine(return_X_y=True)
order = rng.permutation(len(data))
x = ((data - data.mean(0)) / data.std(0))[order].astype("float32")
y = target[order]
kernel = rng.normal(0, 0.3, (13, 3)).astype("float32")
bias = np.zeros(3, dtype="float32")

model = nn.Linear(13, 3)
with torch.no_grad():
    model.weight.copy_(torch.tensor(kernel.T))
    model.bias.copy_(torch.tensor(bias))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
train_set = TensorDataset(torch.tensor(x), torch.tensor(y))
loader = DataLoader(train_set, batch_size=32)

shutil.rmtree("demo_logs", ignore_errors=True)
with SummaryWriter("demo_logs") as writer:
    for epoch in range(4):
        total = 0.0
        for inputs, labels in loader:
            optimizer.zero_grad()
            loss = nn.functional.cross_entropy(model(inputs), labels)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(inputs)
        writer.add_scalar("loss", total / len(train_set), epoch)
        rate = optimizer.param_groups[0]["lr"]
        writer.add_scalar("rate", rate, epoch)

events = event_accumulator.EventAccumulator("demo_logs").Reload()
steps = [event.step for event in events.Scalars("loss")]
losses = [event.value for event in events.Scalars("loss")]
rates = [event.value for event in events.Scalars("rate")]
weights = model.weight.detach().T

for step, loss in zip(steps, losses):
    print(f"{step:2} {loss:.4f}")
