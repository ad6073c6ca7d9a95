import shutil

import numpy as np
import torch
from tensorboard.backend.event_processing import event_accumulator
from torch.utils.tensorboard import SummaryWriter

rng = np.random.default_rng(0)
weights = torch.tensor(rng.normal(size=500), dtype=torch.float32)

shutil.rmtree("demo_logs", ignore_errors=True)
with SummaryWriter("demo_logs") as writer:
    writer.add_histogram("weights", weights, 7, bins=30)
    writer.add_histogram("default", weights, 7)

events = event_accumulator.EventAccumulator("demo_logs").Reload()
stored = events.Histograms("weights")[0].histogram_value
counts = stored.bucket[1:]  # the first one is empty by design
edges = stored.bucket_limit
default = events.Histograms("default")[0].histogram_value
buckets_by_default = len(default.bucket) - 1

for first in range(0, 30, 10):
    print(*(f"{count:3.0f}" for count in counts[first : first + 10]))
print(f"from {edges[0]:.4f} to {edges[-1]:.4f}")
print("buckets by default:", buckets_by_default)
