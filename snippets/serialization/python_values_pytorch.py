import numpy as np
import torch

weight = torch.tensor([1.0, -2.0])
best = np.array([0.5, 0.25]).min()

contents = {
    "weight": weight,
    "epoch": 7,
    "best_loss": float(best),
    "title": "third run",
    "notes": {"optimizer": "adam", "warmup": 500},
}
torch.save(contents, "run.pt")
saved = torch.load("run.pt")
epoch, best_loss = saved["epoch"], saved["best_loss"]
title = saved["title"]
notes = saved["notes"]
print("epoch:", epoch, type(epoch).__name__)
print("best loss:", best_loss, type(best_loss).__name__)
print("title:", title)
print("notes:", notes)

contents = {"weight": weight, "epoch": 7, "best_loss": best}
print("best loss before saving:", best, type(best).__name__)
torch.save(contents, "numpy.pt")
torch.load("numpy.pt")
