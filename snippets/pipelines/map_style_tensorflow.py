import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
features = rng.normal(size=(7, 3)).astype("float32")
labels = rng.integers(0, 4, size=7)


def scale(inputs, target):
    return 2 * inputs, target


table = tf.data.Dataset.from_tensor_slices((features, labels))
table = table.map(scale)
loader = table.batch(3)
batches = [inputs for inputs, _ in loader]
batch_labels = [targets for _, targets in loader]

length = len(table)
fifth, _ = tf.data.experimental.at(table, 4)
print("batches:", *(tuple(batch.shape) for batch in batches))
print("labels:", *(batch.numpy().tolist() for batch in batch_labels))
print("length:", length)
print("row 4:", fifth.numpy().round(4))

table[4]
