import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(32, 2)).astype("float32")
x_val = rng.normal(size=(32, 2)).astype("float32")
y = x @ np.array([[2.0], [-1.0]], dtype="float32")
y_val = x_val @ np.array([[1.0], [-0.5]], dtype="float32")


def train(restore_best_weights):
    model = keras.Sequential(
        [keras.Input((2,)), layers.Dense(1, use_bias=False)]
    )
    model.set_weights([np.zeros((2, 1))])
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
    stop = keras.callbacks.EarlyStopping(
        patience=3, restore_best_weights=restore_best_weights
    )
    history = model.fit(
        x,
        y,
        batch_size=32,
        epochs=50,
        shuffle=False,
        validation_data=(x_val, y_val),
        callbacks=[stop],
        verbose=0,
    )
    losses = history.history["val_loss"]
    return losses, stop.best_epoch, model.get_weights()[0]


validation_losses, best_epoch, best_kernel = train(True)
_, _, last_kernel = train(False)  # the default
epochs = len(validation_losses)
print("validation:", *(f"{loss:.4f}" for loss in validation_losses))
print(f"best was epoch {best_epoch + 1} of {epochs}")
