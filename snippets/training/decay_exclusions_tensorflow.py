import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(32, 4)).astype("float32")
y = rng.normal(size=(32, 2)).astype("float32")
shapes = [(4, 6), (6,), (6,), (6,), (6, 2), (2,)]
start = [rng.normal(0, 0.5, shape) for shape in shapes]


def train(exclude):
    model = keras.Sequential(
        [
            keras.Input((4,)),
            layers.Dense(6),
            layers.LayerNormalization(epsilon=1e-5),
            layers.Activation("tanh"),
            layers.Dense(2),
        ]
    )
    model.set_weights(start)
    optimizer = keras.optimizers.AdamW(
        0.01, epsilon=1e-12, weight_decay=2.0
    )
    if exclude:
        optimizer.exclude_from_weight_decay(
            var_names=["bias", "gamma", "beta"]
        )
    model.compile(optimizer=optimizer, loss="mse")
    history = model.fit(
        x, y, batch_size=32, epochs=10, shuffle=False, verbose=0
    )
    return history.history["loss"], model.get_weights()


losses, weights = train(exclude=True)
_, all_decayed = train(exclude=False)
print("losses:", *(f"{loss:.4f}" for loss in losses[::3]))
print("bias, not decayed:", weights[-1].round(4))
print("bias, decayed:    ", all_decayed[-1].round(4))
