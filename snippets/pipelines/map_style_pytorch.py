import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset

rng = np.random.default_rng(0)
features = rng.normal(size=(7, 3)).astype("float32")
labels = rng.integers(0, 4, size=7)


class Table(Dataset):
    def __init__(self, features, labels):
        self.features = torch.from_numpy(features)
        self.labels = torch.from_numpy(labels)

    def __len__(self):
        return len(self.features)

    def __getitem__(self, index):
        return 2 * self.features[index], self.labels[index]


table = Table(features, labels)
loader = DataLoader(table, batch_size=3)
batches = [inputs for inputs, _ in loader]
batch_labels = [targets for _, targets in loader]

length = len(table)
fifth, _ = table[4]
print("batches:", *(tuple(batch.shape) for batch in batches))
print("labels:", *(batch.tolist() for batch in batch_labels))
print("length:", length)
print("row 4:", fifth)
