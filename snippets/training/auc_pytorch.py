import numpy as np
import torch

rng = np.random.default_rng(0)
labels = torch.tensor([1, 0, 0] * 16)
logits = torch.tensor(rng.normal(-8, 0.4, 48)) + 0.5 * labels
scores = logits.sigmoid().float()  # of a rare event


def area_under_curve(labels, scores):
    """Share of pairs in the right order, ties counted as half."""
    hits, misses = scores[labels == 1], scores[labels == 0]
    above = (hits[:, None] > misses).float()
    ties = (hits[:, None] == misses).float()
    return (above + ties / 2).mean().item()


as_it_is = area = area_under_curve(labels, scores)
batches = zip(labels.split(16), scores.split(16), strict=True)
areas = [area_under_curve(*batch) for batch in batches]
mean_of_batch_areas = sum(areas) / len(areas)
print(f"area {area:.4f}, mean of batches {mean_of_batch_areas:.4f}")
print(f"largest score {scores.max():.4f}")
