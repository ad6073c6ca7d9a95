import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_iris

rng = np.random.default_rng(0)
data, target = load_iris(return_X_y=True)
x = ((data - data.mean(0)) / data.std(0)).astype("float32")
shapes = [(4, 8), (8,), (8, 3), (3,)]
start = [rng.normal(0, 0.3, shape) for shape in shapes]

model = keras.Sequential(
    [
        keras.Input((4,)),
        layers.Dense(8, activation="tanh"),
        layers.Dense(3),
    ]
)
model.set_weights(start)
model.compile(
    optimizer=keras.optimizers.SGD(0.5),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
)
history = model.fit(
    x, target, batch_size=len(x), epochs=6, shuffle=False, verbose=0
)

losses = history.history["loss"]
weights = model.get_weights()
print(*(f"{loss:.4f}" for loss in losses))
