import numpy as np
import tensorflow as tf

columns = {
    "size": [1.5, -0.25, 8.0],
    "count": [3, 7, -2],
    "name": ["ant", "bee", "cat"],
}
dataset = tf.data.Dataset.from_tensor_slices(columns)
batch = next(iter(dataset.batch(3)))
sizes, counts = batch["size"], batch["count"]
names = [name.decode() for name in batch["name"].numpy()]
bytes_each = [sizes.dtype.size, counts.dtype.size]
print("size: ", sizes.numpy(), sizes.dtype.name)
print("count:", counts.numpy(), counts.dtype.name)
print("name: ", batch["name"].numpy(), batch["name"].dtype.name)

features = np.array([[1.5, 2.0], [-0.25, 4.0]], dtype="float32")
labels = np.array([3, 7])
pairs = tf.data.Dataset.from_tensor_slices((features, labels))
from_numpy = next(iter(pairs.batch(2)))
container = type(from_numpy).__name__
print(
    "from NumPy:",
    container,
    *(part.dtype.name for part in from_numpy),
)
