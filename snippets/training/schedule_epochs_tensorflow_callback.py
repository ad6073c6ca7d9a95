import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(48, 3)).astype("float32")
y = rng.normal(size=(48, 1)).astype("float32")
start = np.array([[1.0], [-2.0], [0.5]])

model = keras.Sequential(
    [keras.Input((3,)), layers.Dense(1, use_bias=False)]
)
model.set_weights([start])
model.compile(optimizer=keras.optimizers.SGD(0.2), loss="mse")
halve = keras.callbacks.LearningRateScheduler(
    lambda epoch, rate: rate if epoch == 0 else 0.5 * rate
)
history = model.fit(
    x,
    y,
    batch_size=16,
    epochs=4,
    shuffle=False,
    verbose=0,
    callbacks=[halve],
)

rates = history.history["learning_rate"]
losses = history.history["loss"]
kernel = model.get_weights()[0]
print("rates: ", *(f"{rate:.4f}" for rate in rates))
print("losses:", *(f"{loss:.4f}" for loss in losses))
