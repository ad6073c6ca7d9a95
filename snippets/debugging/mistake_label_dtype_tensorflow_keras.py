import keras
import numpy as np

rng = np.random.default_rng(0)
logits = rng.normal(size=(4, 3)).astype("float32")
labels = np.array([0.0, 2.0, 1.0, 2.0], dtype="float32")
loss_function = keras.losses.SparseCategoricalCrossentropy(
    from_logits=True
)

loss = loss_function(labels, logits)
print(f"float labels: {loss:.4f}")
