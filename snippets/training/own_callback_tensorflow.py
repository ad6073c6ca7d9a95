import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(32, 2)).astype("float32")
y = x @ np.array([[2.0], [-1.0]], dtype="float32")


class StopAtNorm(keras.callbacks.Callback):
    def __init__(self, limit):
        super().__init__()
        self.limit = limit

    def on_epoch_end(self, epoch, logs=None):
        kernel = self.model.layers[0].kernel
        logs["norm"] = float(keras.ops.norm(kernel))  # into the history
        if logs["norm"] > self.limit:
            self.model.stop_training = True


model = keras.Sequential(
    [keras.Input((2,)), layers.Dense(1, use_bias=False)]
)
model.set_weights([np.zeros((2, 1))])
model.compile(optimizer=keras.optimizers.SGD(0.02), loss="mse")
history = model.fit(
    x,
    y,
    batch_size=8,
    epochs=50,
    shuffle=False,
    callbacks=[StopAtNorm(1.8)],
    verbose=0,
)

norms, epochs = history.history["norm"], len(history.epoch)
kernel = model.get_weights()[0]
print("norms:", *(f"{norm:.3f}" for norm in norms[::2]))
print("stopped after", epochs, "epochs")
