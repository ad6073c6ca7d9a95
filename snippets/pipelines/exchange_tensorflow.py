import keras
import numpy as np
import torch
from torch.utils.data import DataLoader, TensorDataset

rng = np.random.default_rng(0)
x = rng.normal(size=(50, 3)).astype("float32")
noise = rng.normal(size=(50, 1)).astype("float32")
y = x @ np.float32([[1.0], [-2.0], [0.5]]) + 3 + noise

rows = TensorDataset(torch.from_numpy(x), torch.from_numpy(y))
loader = DataLoader(rows, batch_size=8)

model = keras.Sequential(
    [
        keras.Input((3,)),
        keras.layers.Dense(1, kernel_initializer="zeros"),
    ]
)
model.compile(keras.optimizers.SGD(0.05), loss="mean_squared_error")
history = model.fit(loader, epochs=3, shuffle=False, verbose=0)
losses = history.history["loss"]

weight = model.layers[0].kernel[:, 0]
bias = model.layers[0].bias
print("losses:", *(f"{loss:.4f}" for loss in losses))
print("weight:", weight.numpy().round(4), "bias:", bias.numpy())
