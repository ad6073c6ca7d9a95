import keras
import numpy as np
from keras import layers
from keras.optimizers.schedules import ExponentialDecay

rng = np.random.default_rng(0)
x = rng.normal(size=(48, 3)).astype("float32")
y = rng.normal(size=(48, 1)).astype("float32")
start = np.array([[1.0], [-2.0], [0.5]])


def train(decay_steps):
    model = keras.Sequential(
        [keras.Input((3,)), layers.Dense(1, use_bias=False)]
    )
    model.set_weights([start])
    schedule = ExponentialDecay(
        0.2, decay_steps=decay_steps, decay_rate=0.5, staircase=True
    )
    model.compile(optimizer=keras.optimizers.SGD(schedule), loss="mse")
    history = model.fit(
        x, y, batch_size=16, epochs=4, shuffle=False, verbose=0
    )
    rates = [float(schedule(3 * epoch)) for epoch in range(4)]
    return rates, history.history["loss"], model.get_weights()[0]


rates, losses, kernel = train(decay_steps=3)  # batches in an epoch
wrong_rates, _, kernel_if_halved_every_step = train(decay_steps=1)
print("rates: ", *(f"{rate:.4f}" for rate in rates))
print("losses:", *(f"{loss:.4f}" for loss in losses))
print("halved every step:", *(f"{rate:.5f}" for rate in wrong_rates))
