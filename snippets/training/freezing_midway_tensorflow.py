import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(32, 3)).astype("float32")
y = rng.normal(size=(32, 1)).astype("float32")
shapes = [(3, 6), (6,), (6, 1), (1,)]
start = [rng.normal(0, 0.5, shape) for shape in shapes]


def train(compile_again):
    first = layers.Dense(6, activation="tanh", name="first")
    model = keras.Sequential(
        [keras.Input((3,)), first, layers.Dense(1)]
    )
    model.set_weights(start)
    optimizer = keras.optimizers.SGD(0.1, momentum=0.9)

    def fit():
        history = model.fit(
            x, y, batch_size=32, epochs=5, shuffle=False, verbose=0
        )
        return history.history["loss"]

    model.compile(optimizer=optimizer, loss="mse")
    losses = fit()
    before = first.kernel.numpy()
    first.trainable = False
    if compile_again:
        model.compile(optimizer=optimizer, loss="mse")
    losses += fit()
    moved = abs(first.kernel.numpy() - before).max()
    return losses, model.get_weights(), moved


_, _, moved_when_frozen = train(compile_again=False)
losses, weights, moved_when_done_right = train(compile_again=True)
print("losses:", *(f"{loss:.4f}" for loss in losses[::3]))
print(f"moved after freezing: {moved_when_frozen:.4f}")
print(f"with a second compile: {moved_when_done_right:.4f}")
