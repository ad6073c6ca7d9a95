import os

import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
features = rng.normal(size=(12, 3)).astype("float32")
targets = rng.normal(size=(12, 1)).astype("float32")


class Batches(keras.utils.PyDataset):
    def __init__(self, generator=None, **options):
        super().__init__(**options)
        self.generator = generator
        self.order = np.arange(12)
        self.processes = set()

    def __len__(self):
        return 3

    def __getitem__(self, index):
        self.processes.add(os.getpid())
        rows = self.order[4 * index : 4 * index + 4]
        return (features[rows], rows), targets[rows]

    def on_epoch_end(self):
        if self.generator:
            self.order = self.generator.permutation(12)


class Recorded(keras.Model):
    def train_step(self, data):
        (_, rows), _ = data
        seen.append(sorted(rows.numpy().tolist()))
        return super().train_step(data)


def train(batches, **options):
    inputs = [keras.Input((3,)), keras.Input((), dtype="int64")]
    dense = layers.Dense(1, use_bias=False, kernel_initializer="zeros")
    model = Recorded(inputs, dense(inputs[0]))
    model.compile(
        keras.optimizers.SGD(0.2), loss="mse", run_eagerly=True
    )
    model.fit(batches, epochs=3, verbose=0, **options)
    return model.get_weights()[0]


def kept(seen):
    return sum(batch in seen[:3] for batch in seen[3:])


seen = []
in_order = Batches(workers=2)
weight_in_order = train(in_order, shuffle=False)
processes = len(in_order.processes)

keras.utils.set_random_seed(0)
seen = []
train(Batches(workers=2))
batches_kept, second_epoch = kept(seen), seen[3:6]

seen = []
train(Batches(np.random.default_rng(0), workers=2))
batches_kept_rows_shuffled = kept(seen)

epochs = [sorted(sum(seen[i : i + 3], [])) for i in (0, 3, 6)]
each_row_once = [rows == list(range(12)) for rows in epochs]
print("weight:", weight_in_order.flatten().round(4))
print("processes that load:", processes)
print("second epoch:", *second_epoch)
print("batches as in the first epoch:", batches_kept, "of 6")
print("rows shuffled:", batches_kept_rows_shuffled, "of 6")
