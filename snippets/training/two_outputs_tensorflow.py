import keras
import numpy as np
from keras import layers
from keras.losses import SparseCategoricalCrossentropy

rng = np.random.default_rng(0)
x = rng.normal(size=(32, 4)).astype("float32")
size = rng.normal(size=(32, 1)).astype("float32")
kind = rng.integers(3, size=32)
shapes = [(4, 6), (6,), (6, 1), (1,), (6, 3), (3,)]
start = [rng.normal(0, 0.5, shape) for shape in shapes]

inputs = keras.Input((4,))
trunk = layers.Dense(6, activation="tanh")
size_head = layers.Dense(1, name="size")
kind_head = layers.Dense(3, name="kind")
hidden = trunk(inputs)
model = keras.Model(
    inputs, {"size": size_head(hidden), "kind": kind_head(hidden)}
)
trunk.set_weights(start[:2])
size_head.set_weights(start[2:4])
kind_head.set_weights(start[4:])

model.compile(
    optimizer=keras.optimizers.SGD(0.1, momentum=0.9),
    loss={
        "size": keras.losses.MeanSquaredError(),
        "kind": SparseCategoricalCrossentropy(from_logits=True),
    },
    loss_weights={"size": 1.0, "kind": 0.3},
)
history = model.fit(
    x,
    {"size": size, "kind": kind},
    batch_size=32,
    epochs=10,
    shuffle=False,
    verbose=0,
).history

losses = history["loss"]
size_losses, kind_losses = history["size_loss"], history["kind_loss"]
trunk_weights = trunk.get_weights()
head_weights = size_head.get_weights() + kind_head.get_weights()
print("size:", *(f"{loss:.4f}" for loss in size_losses[::3]))
print("kind:", *(f"{loss:.4f}" for loss in kind_losses[::3]))
print("sum: ", *(f"{loss:.4f}" for loss in losses[::3]))
