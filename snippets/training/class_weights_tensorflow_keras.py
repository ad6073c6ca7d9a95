import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(10, 4)).astype("float32")
y = np.array([0, 1, 1, 2, 1, 0, 1, 2, 1, 1])
start = rng.normal(size=(4, 3)).astype("float32")

model = keras.Sequential(
    [keras.Input((4,)), layers.Dense(3, use_bias=False)]
)
model.set_weights([start])
model.compile(
    optimizer=keras.optimizers.SGD(1.0),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
)
history = model.fit(
    x,
    y,
    batch_size=10,
    shuffle=False,
    verbose=0,
    class_weight={0: 0.5, 1: 2.0, 2: 1.0},
)

divided_by_count = {
    "loss": np.float32(history.history["loss"][0]),
    "gradient": start - model.get_weights()[0],
}
print(f"class_weight in fit: {divided_by_count['loss']:.4f}")
