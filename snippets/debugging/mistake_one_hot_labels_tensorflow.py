import keras
import numpy as np

rng = np.random.default_rng(0)
logits = rng.normal(size=(4, 3)).astype("float32")
one_hot = keras.utils.to_categorical([0, 2, 1, 2])

dense_loss = keras.losses.CategoricalCrossentropy(from_logits=True)
loss = dense_loss(one_hot, logits)
print(f"CategoricalCrossentropy: {loss:.4f}")

sparse_loss = keras.losses.SparseCategoricalCrossentropy(
    from_logits=True
)
sparse_loss(one_hot, logits)
