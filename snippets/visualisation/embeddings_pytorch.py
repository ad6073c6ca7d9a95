import re
from pathlib import Path

import numpy as np
import torch
from torch.utils.tensorboard import SummaryWriter

rng = np.random.default_rng(0)
words = ["cat", "dog", "red", "blue", "run"]
matrix = torch.tensor(rng.normal(size=(5, 3)), dtype=torch.float32)

with SummaryWriter("logs") as writer:
    writer.add_embedding(matrix, metadata=words, tag="words")

config = Path("logs/projector_config.pbtxt").read_text()
tensor_path = re.search('tensor_path: "(.*)"', config)[1]
metadata_path = re.search('metadata_path: "(.*)"', config)[1]
vectors = np.loadtxt(f"logs/{tensor_path}", dtype="float32")
labels = Path(f"logs/{metadata_path}").read_text().splitlines()

print(tensor_path)
print(metadata_path)
for label, vector in zip(labels, vectors):
    print(f"{label:<5}", *(f"{value:7.4f}" for value in vector))
