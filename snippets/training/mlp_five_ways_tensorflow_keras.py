import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_wine

rng = np.random.default_rng(0)
data, target = load_wine(return_X_y=True)
order = rng.permutation(len(data))
x = ((data - data.mean(0)) / data.std(0))[order].astype("float32")
y = target[order]
shapes = [(13, 16), (16,), (16, 3), (3,)]
start = [rng.normal(0, 0.3, shape) for shape in shapes]

model = keras.Sequential(
    [
        keras.Input((13,)),
        layers.Dense(16, activation="tanh"),
        layers.Dense(3),
    ]
)
model.set_weights(start)
model.compile(
    optimizer=keras.optimizers.SGD(0.05, momentum=0.9),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
)
history = model.fit(
    x, y, batch_size=32, epochs=4, shuffle=False, verbose=0
)

losses = history.history["loss"]
steps = int(model.optimizer.iterations)
weights = model.get_weights()
print(steps, "steps:", *(f"{loss:.4f}" for loss in losses))
