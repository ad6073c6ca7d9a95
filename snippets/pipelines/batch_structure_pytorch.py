import numpy as np
from torch.utils.data import DataLoader

rows = [
    {"size": 1.5, "count": 3, "name": "ant"},
    {"size": -0.25, "count": 7, "name": "bee"},
    {"size": 8.0, "count": -2, "name": "cat"},
]
batch = next(iter(DataLoader(rows, batch_size=3)))
sizes, counts, names = batch["size"], batch["count"], batch["name"]
bytes_each = [sizes.element_size(), counts.element_size()]
print("size: ", sizes)
print("count:", counts)
print("name: ", names)

features = np.array([[1.5, 2.0], [-0.25, 4.0]], dtype="float32")
labels = np.array([3, 7])
pairs = list(zip(features, labels))
from_numpy = next(iter(DataLoader(pairs, batch_size=2)))
container = type(from_numpy).__name__
print("from NumPy:", container, *(part.dtype for part in from_numpy))
