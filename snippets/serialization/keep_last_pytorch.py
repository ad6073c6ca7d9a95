import os
from pathlib import Path

import torch

folder = Path("checkpoints")
folder.mkdir(exist_ok=True)


def number(path):
    return int(path.stem.split("-")[1])


def checkpoints():
    return sorted(folder.glob("ckpt-*.pt"), key=number)


weight = torch.tensor([1.0, -2.0])
for step in range(1, 12):
    weight.mul_(1.5)
    torch.save({"weight": weight}, folder / "unfinished.pt")
    os.replace(folder / "unfinished.pt", folder / f"ckpt-{step}.pt")
    for old in checkpoints()[:-3]:
        old.unlink()

kept = [number(path) for path in checkpoints()]
latest = torch.load(checkpoints()[-1])["weight"]
print("kept:", [path.name for path in checkpoints()])
print("latest:", latest)
