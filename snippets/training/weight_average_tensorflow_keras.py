import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(32, 3)).astype("float32")
y = rng.normal(size=(32, 1)).astype("float32")
shapes = [(3, 6), (6,), (6, 1), (1,)]
start = [rng.normal(0, 0.5, shape) for shape in shapes]

model = keras.Sequential(
    [
        keras.Input((3,)),
        layers.Dense(6, activation="tanh"),
        layers.Dense(1),
    ]
)
model.set_weights(start)
model.compile(
    optimizer=keras.optimizers.SGD(
        0.1, momentum=0.9, use_ema=True, ema_momentum=0.8
    ),
    loss="mse",
)
history = model.fit(
    x, y, batch_size=32, epochs=12, shuffle=False, verbose=0
)

losses = history.history["loss"]
average = model.get_weights()  # fit puts it in when it ends
loss_of_average = model.evaluate(x, y, verbose=0)
print("losses:", *(f"{loss:.4f}" for loss in losses[::3]))
print(f"loss of the average: {loss_of_average:.4f}")
