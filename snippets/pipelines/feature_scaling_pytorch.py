import tempfile

import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
rows = rng.normal(size=(13, 4)) * [2, 9, 0.1, 0] + [3, -20, 0.5, 4]
rows[-1, 3] = 4.5  # in training, this column is always 4
rows = torch.tensor(rows, dtype=torch.float32)
training, later = rows[:10], rows[10:]
weight = torch.tensor(rng.normal(size=(2, 4)), dtype=torch.float32)


class Scaling(nn.Module):
    def __init__(self, columns):
        super().__init__()
        self.register_buffer("mean", torch.zeros(columns))
        self.register_buffer("variance", torch.ones(columns))

    def adapt(self, batches):
        count = 0
        for batch in batches:
            new, mean = torch.var_mean(batch, dim=0, correction=0)
            count += len(batch)
            share = len(batch) / count
            step = mean - self.mean
            spread = (1 - share) * step**2
            self.mean += share * step
            self.variance += share * (new - self.variance + spread)

    def forward(self, rows):
        deviation = self.variance.sqrt().clamp(min=1e-7)
        return (rows - self.mean) / deviation


def build():
    return nn.Sequential(Scaling(4), nn.Linear(4, 2, bias=False))


model = build()
scaling, linear = model
scaling.adapt([training])
linear.load_state_dict({"weight": weight})
statistics = [scaling.mean, scaling.variance]
scaled = scaling(later)[:, :3]
constant_column = scaling(later)[:, 3]
by_hand = (later - training.mean(0)) / training.std(0)
by_hand = by_hand[:, :3]

of_batches = Scaling(4)
of_batches.adapt(training.split(4))
statistics_of_batches = [of_batches.mean, of_batches.variance]

outputs = model(training[:3])
with tempfile.TemporaryDirectory() as folder:
    torch.save(model.state_dict(), f"{folder}/model.pt")
    copy = build()
    copy.load_state_dict(torch.load(f"{folder}/model.pt"))
outputs_of_file = copy(training[:3])

print("deviation:", scaling.variance.sqrt().numpy().round(3))
print("scaled:   ", scaled[0].numpy().round(3))
print("by hand:  ", by_hand[0].numpy().round(3))
print("constant: ", constant_column.numpy().round())
print("in the file:", *copy.state_dict())
