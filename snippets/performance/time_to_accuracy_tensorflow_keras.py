import keras
import numpy as np
import tensorflow as tf
from keras import layers
from sklearn.datasets import load_digits


def start():
    rng = np.random.default_rng(0)
    digits = load_digits()
    order = rng.permutation(len(digits.data))
    x = (digits.data[order] / 16).astype("float32")
    weights = [
        rng.standard_normal((fan_in, fan_out)) * (2 / fan_in) ** 0.5
        for fan_in, fan_out in [(64, 64), (64, 10)]
    ]
    return x, digits.target[order], weights


# --8<-- [start:step]
class Until(keras.callbacks.Callback):
    def __init__(self, goal):
        super().__init__()
        self.goal = goal

    def on_epoch_end(self, epoch, logs=None):
        self.epochs, self.accuracy = epoch + 1, logs["val_accuracy"]
        if self.accuracy >= self.goal:
            self.model.stop_training = True


def setup(size, mode, device):
    x, y, weights = start()
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        model = keras.Sequential(
            [
                keras.Input((64,)),
                layers.Dense(64, activation="relu"),
                layers.Dense(10),
            ]
        )
        for layer, weight in zip(model.layers, weights, strict=True):
            layer.kernel.assign(weight)
        optimizer = keras.optimizers.Adam(5e-3, epsilon=1e-12)
        model.compile(
            optimizer=optimizer,
            loss=keras.losses.SparseCategoricalCrossentropy(
                from_logits=True
            ),
            metrics=[
                keras.metrics.SparseCategoricalAccuracy(name="accuracy")
            ],
            steps_per_execution=12,
        )
        optimizer.build(model.trainable_variables)
        state = [
            v.value
            for v in [*model.trainable_variables, *optimizer.variables]
        ]
        fresh = [tf.identity(v) for v in state]
    data = tf.data.Dataset.from_tensor_slices((x, y))
    train_set = data.take(1536).batch(128).cache().prefetch(2)
    held_out = data.skip(1536).batch(261).cache()

    @tf.function
    def restart():
        for variable, value in zip(state, fresh, strict=True):
            variable.assign(value)

    def step():
        restart()
        until = Until(size / 100)
        model.fit(
            train_set,
            epochs=100,
            validation_data=held_out,
            callbacks=[until],
            verbose=0,
        )
        return until.epochs, until.accuracy

    return step


# --8<-- [end:step]
if __name__ == "__main__":
    step = setup(96, "fit", "cpu")
    runs = [step() for _ in range(2)]
    for epochs, accuracy in runs:
        print(f"{epochs} epochs, held-out accuracy {accuracy:.4f}")
