import keras
import numpy as np
from keras import layers
from keras.optimizers import SGD

rng = np.random.default_rng(0)
x = rng.normal(size=(32, 3)).astype("float32")
y = rng.normal(size=(32, 1)).astype("float32")
shapes = [(3, 6), (6,), (6, 1), (1,)]
start = [rng.normal(0, 0.5, shape) for shape in shapes]


def fit(model, optimizer):
    model.compile(optimizer=optimizer, loss="mse")
    history = model.fit(
        x, y, batch_size=32, epochs=5, shuffle=False, verbose=0
    )
    return history.history["loss"]


def train(new_optimizer, build_first=True):
    first = layers.Dense(6, activation="tanh")
    model = keras.Sequential(
        [keras.Input((3,)), first, layers.Dense(1)]
    )
    model.set_weights(start)
    before = first.kernel.numpy()

    optimizer = SGD(0.1, momentum=0.9)
    if build_first:  # for all weights, while all are trainable
        optimizer.build(model.trainable_variables)
    first.trainable = False
    losses = fit(model, optimizer)
    moved = abs(first.kernel.numpy() - before).max()

    first.trainable = True
    if new_optimizer:
        optimizer = SGD(0.02, momentum=0.9)
    losses += fit(model, optimizer)
    return losses, model.get_weights(), moved


losses, weights, moved_while_frozen = train(new_optimizer=False)
losses_new_optimizer, weights_new_optimizer, _ = train(True)
print("same optimiser:", *(f"{v:.3f}" for v in losses[3::2]))
new = losses_new_optimizer[3::2]
print("a new one:     ", *(f"{v:.3f}" for v in new))

train(new_optimizer=False, build_first=False)
