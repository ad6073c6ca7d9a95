import math

import keras
import numpy as np

rng = np.random.default_rng(0)
features = rng.normal(size=(7, 3)).astype("float32")
labels = rng.integers(0, 4, size=7)


class Batches(keras.utils.PyDataset):
    def __init__(self, features, labels, batch_size, **kwargs):
        super().__init__(**kwargs)
        self.features = features
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.features) / self.batch_size)

    def __getitem__(self, index):
        start = index * self.batch_size
        rows = slice(start, start + self.batch_size)
        return 2 * self.features[rows], self.labels[rows]


loader = Batches(features, labels, batch_size=3)
batches = [inputs for inputs, _ in loader]
batch_labels = [targets for _, targets in loader]

length = len(loader)
print("batches:", *(batch.shape for batch in batches))
print("labels:", *(batch.tolist() for batch in batch_labels))
print("length:", length)
