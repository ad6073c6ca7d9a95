import keras
import numpy as np
from keras import layers
from keras.optimizers import SGD, MultiOptimizer, OptimizerMap

rng = np.random.default_rng(0)
x = rng.normal(size=(32, 3)).astype("float32")
y = rng.normal(size=(32, 1)).astype("float32")
shapes = [(3, 6), (6,), (6, 1), (1,)]
start = [rng.normal(0, 0.5, shape) for shape in shapes]

model = keras.Sequential(
    [
        keras.Input((3,)),
        layers.Dense(6, activation="tanh", name="first"),
        layers.Dense(1, name="second"),
    ]
)
model.set_weights(start)
optimizer = MultiOptimizer(
    OptimizerMap(
        default_optimizer=SGD(0.1, momentum=0.9),
        optimizer_map={"(.*/)?first/.*": SGD(0.01, momentum=0.9)},
    )
)
model.compile(optimizer=optimizer, loss="mse")
history = model.fit(
    x, y, batch_size=32, epochs=10, shuffle=False, verbose=0
)

losses = history.history["loss"]
weights = model.get_weights()
print("losses:", *(f"{loss:.4f}" for loss in losses[::3]))
