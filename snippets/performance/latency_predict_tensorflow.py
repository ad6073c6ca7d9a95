import keras
import numpy as np
import tensorflow as tf
from keras import layers


# --8<-- [start:step]
def setup(size, mode, device):
    rng = np.random.default_rng(0)

    def draw(*shape):
        return rng.standard_normal(shape).astype("float32")

    where = "GPU:0" if device == "cuda" else "CPU:0"
    with tf.device(where):
        sample = draw(size, 64)
        model = keras.Sequential(
            [
                keras.Input((64,)),
                layers.Dense(128, activation="relu"),
                layers.Dense(10),
            ]
        )
    for layer in model.layers:
        layer.kernel.assign(draw(*layer.kernel.shape))

    def step():
        if mode == "predict":
            return model.predict(sample, verbose=0)
        if mode == "predict_on_batch":
            return model.predict_on_batch(sample)
        return model(sample, training=False).numpy()

    return step


# --8<-- [end:step]


if __name__ == "__main__":
    logits = setup(1, "call", "cpu")()
    print(logits.argmax(axis=1))
