import numpy as np
import torch
from torch.nn.functional import mse_loss
from torch.utils.data import DataLoader, TensorDataset

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(40, 3)), dtype=torch.float32)
y = torch.tensor(rng.normal(size=(40, 1)), dtype=torch.float32)
y[32:] += 3  # the last batch of 8
data = TensorDataset(x, y)


def train(drop_last):
    kernel = torch.tensor([[1.0], [-2.0], [0.5]], requires_grad=True)
    optimizer = torch.optim.SGD([kernel], lr=0.05)
    loader = DataLoader(data, batch_size=16, drop_last=drop_last)
    over_batches, over_samples, after, steps = [], [], [], 0
    for epoch in range(3):
        losses, sizes = [], []
        for inputs, targets in loader:
            optimizer.zero_grad()
            loss = mse_loss(inputs @ kernel, targets)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
            sizes.append(len(inputs))
            steps += 1
        over_batches.append(sum(losses) / len(losses))
        over_samples.append(float(np.average(losses, weights=sizes)))
        with torch.no_grad():
            after.append(mse_loss(x @ kernel, y).item())
    return over_batches, over_samples, after, kernel.detach(), steps


reported, mean_over_samples, *others = train(drop_last=False)
after_the_epoch, kernel, all_steps = others
*_, kernel_without_last_batch, fewer_steps = train(drop_last=True)
steps = [all_steps, fewer_steps]
print("over batches:   ", *(f"{v:.3f}" for v in reported))
print("over samples:   ", *(f"{v:.3f}" for v in mean_over_samples))
print("after the epoch:", *(f"{v:.3f}" for v in after_the_epoch))
print("steps:", all_steps, "without the last batch:", fewer_steps)
