import numpy as np
import torch
from torchmetrics.classification import BinaryAUROC

rng = np.random.default_rng(0)
labels = torch.tensor([1, 0, 0] * 16)
logits = torch.tensor(rng.normal(-8, 0.4, 48)) + 0.5 * labels
scores = logits.sigmoid().float()  # of a rare event

metric = BinaryAUROC()  # thresholds=None: every score is one
areas = []
for truth, guess in zip(labels.split(16), scores.split(16)):
    areas.append(metric(guess, truth).item())

area = metric.compute().item()
mean_of_batch_areas = sum(areas) / len(areas)
print(f"area {area:.4f}, mean of batches {mean_of_batch_areas:.4f}")
print(f"largest score {scores.max():.4f}")
