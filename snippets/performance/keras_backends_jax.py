import os

os.environ["KERAS_BACKEND"] = "jax"

import keras
import numpy as np
from keras import layers


# --8<-- [start:step]
def setup(size, mode, device):
    rng = np.random.default_rng(0)
    x = rng.standard_normal((size, 64)).astype("float32")
    y = rng.integers(10, size=size)
    model = keras.Sequential(
        [
            keras.Input((64,)),
            layers.Dense(256, activation="relu"),
            layers.Dense(10),
        ]
    )
    for layer in model.layers:
        shape = layer.kernel.shape
        layer.kernel.assign(rng.standard_normal(shape) / 16)
    model.compile(
        optimizer=keras.optimizers.SGD(0.01),
        loss=keras.losses.SparseCategoricalCrossentropy(
            from_logits=True
        ),
        jit_compile=True if mode == "fit_compiled" else "auto",
    )

    def step():
        if mode == "predict":
            return model.predict(x, batch_size=128, verbose=0)
        history = model.fit(
            x, y, batch_size=128, shuffle=False, verbose=0
        )
        return history.history["loss"]

    step.model = model
    return step


# --8<-- [end:step]


if __name__ == "__main__":
    step = setup(512, "fit", "cpu")
    losses = step() + step()
    kernel = step.model.layers[-1].kernel
    print(keras.backend.backend(), *(f"{loss:.4f}" for loss in losses))
