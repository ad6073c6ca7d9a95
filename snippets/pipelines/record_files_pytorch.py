import tempfile
from pathlib import Path

import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset

rng = np.random.default_rng(0)
images = rng.integers(0, 256, size=(9, 4, 3), dtype=np.uint8)
labels = rng.integers(0, 5, size=9)


class Files(Dataset):
    def __init__(self, folder):
        # mapped, not read: only the rows asked for are loaded
        self.images = np.load(folder / "images.npy", mmap_mode="r")
        self.labels = np.load(folder / "labels.npy")

    def __len__(self):
        return len(self.labels)

    def __getitem__(self, index):
        return torch.tensor(self.images[index]), self.labels[index]


with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    np.save(folder / "images.npy", images)
    np.save(folder / "labels.npy", labels)

    loader = DataLoader(Files(folder), batch_size=4)
    batches = [batch for batch, _ in loader]
    batch_labels = [targets for _, targets in loader]
    print("batches:", *(tuple(batch.shape) for batch in batches))
    print("dtype:", batches[0].dtype)
    print("labels:", *(batch.tolist() for batch in batch_labels))

    content = bytearray((folder / "images.npy").read_bytes())
    content[-1] ^= 1
    (folder / "damaged.npy").write_bytes(content)
    damaged = np.load(folder / "damaged.npy")
    changed_pixels = int((damaged != images).sum())
    print("pixels changed by damage:", changed_pixels)
