import keras
import numpy as np
from keras import layers, regularizers

rng = np.random.default_rng(0)
x = rng.normal(size=(32, 4)).astype("float32")
y = rng.normal(size=(32, 2)).astype("float32")
start = rng.normal(size=(4, 2))
start[1, 0] = 0.0

regularizer = regularizers.L1L2(l1=0.03, l2=0.01)
model = keras.Sequential(
    [
        keras.Input((4,)),
        layers.Dense(2, kernel_regularizer=regularizer),
    ]
)
model.set_weights([start, np.zeros(2)])
model.compile(
    optimizer=keras.optimizers.SGD(1.0), loss="mse", metrics=["mse"]
)
history = model.fit(x, y, batch_size=32, shuffle=False, verbose=0)

total = np.float32(history.history["loss"][0])
penalty = np.float32(total - history.history["mse"][0])
kernel_gradient = start.astype("float32") - model.get_weights()[0]
print(f"penalty {penalty:.4f}, total {total:.4f}")
