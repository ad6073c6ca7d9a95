import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(40, 3)).astype("float32")
y = rng.normal(size=(40, 1)).astype("float32")
y[32:] += 3  # the last batch of 8
data = tf.data.Dataset.from_tensor_slices((x, y))


def train(drop_remainder):
    model = keras.Sequential(
        [keras.Input((3,)), layers.Dense(1, use_bias=False)]
    )
    model.set_weights([np.array([[1.0], [-2.0], [0.5]])])
    model.compile(optimizer=keras.optimizers.SGD(0.05), loss="mse")
    history = model.fit(
        data.batch(16, drop_remainder=drop_remainder),
        epochs=3,
        validation_data=data.batch(16),
        verbose=0,
    ).history
    steps = int(model.optimizer.iterations)
    return history, model.get_weights()[0], steps


history, kernel, all_steps = train(drop_remainder=False)
reported = mean_over_samples = history["loss"]
after_the_epoch = history["val_loss"]
_, kernel_without_last_batch, fewer_steps = train(drop_remainder=True)
steps = [all_steps, fewer_steps]
print("reported by fit:", *(f"{v:.3f}" for v in reported))
print("after the epoch:", *(f"{v:.3f}" for v in after_the_epoch))
print("steps:", all_steps, "without the last batch:", fewer_steps)
