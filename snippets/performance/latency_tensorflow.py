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
        image = tf.constant(draw(1, size, size, 3))
        model = keras.Sequential(
            [
                keras.Input((size, size, 3)),
                layers.Conv2D(16, 3, padding="same", activation="relu"),
                layers.MaxPooling2D(2),
                layers.Conv2D(32, 3, padding="same", activation="relu"),
                layers.GlobalAveragePooling2D(),
                layers.Dense(10),
            ]
        )
    for layer in model.layers:
        if layer.weights:
            layer.kernel.assign(draw(*layer.kernel.shape))

    def predict(image):
        return model(image, training=False)

    if mode != "eager":
        predict = tf.function(predict, jit_compile=mode == "xla")
    return lambda: predict(image)


# --8<-- [end:step]


if __name__ == "__main__":
    logits = setup(16, "eager", "cpu")()
    print(logits.numpy().argmax(axis=1))
