import re
import shutil
from pathlib import Path

import numpy as np
import torch
from torch.utils.tensorboard import SummaryWriter

rng = np.random.default_rng(0)
words = ["cat", "dog", "red", "blue", "run"]
matrix = torch.tensor(rng.normal(size=(5, 3)), dtype=torch.float32)

shutil.rmtree("demo_logs", ignore_errors=True)
with SummaryWriter("demo_logs") as writer:
    writer.add_embedding(matrix, metadata=words, tag="words")

config = Path("demo_logs/projector_config.pbtxt").read_text()
tensor_path = re.search('tensor_path: "(.*)"', config)[1]
metadata_path = re.search('metadata_path: "(.*)"', config)[1]
vectors = np.loadtxt(f"demo_logs/{tensor_path}", dtype="float32")
labels = Path(f"demo_logs/{metadata_path}").read_text().splitlines()

print(tensor_path)
print(metadata_path)
for label, vector in zip(labels, vectors):
    print(f"{label:<5}", *(f"{value:7.4f}" for value in vector))
