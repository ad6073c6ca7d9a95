import numpy as np
import tensorflow as tf


# --8<-- [start:step]
def setup(size, mode, device):
    rng = np.random.default_rng(0)

    def draw(*shape):
        return rng.standard_normal(shape).astype("float32")

    where = "GPU:0" if device == "cuda" else "CPU:0"
    with tf.device(where):
        image = tf.constant(draw(1, size, size, 3))
        kernel1 = tf.Variable(draw(3, 3, 3, 16))
        kernel2 = tf.Variable(draw(3, 3, 16, 32))
        kernel3 = tf.Variable(draw(32, 10))
        bias1, bias2, bias3 = (
            tf.Variable(tf.zeros(n)) for n in (16, 32, 10)
        )

    def predict(image):
        x = tf.nn.conv2d(image, kernel1, 1, "SAME")
        x = tf.nn.relu(tf.nn.bias_add(x, bias1))
        x = tf.nn.max_pool2d(x, 2, 2, "VALID")
        x = tf.nn.conv2d(x, kernel2, 1, "SAME")
        x = tf.nn.relu(tf.nn.bias_add(x, bias2))
        x = tf.reduce_mean(x, axis=(1, 2))
        return tf.nn.bias_add(x @ kernel3, bias3)

    return lambda: predict(image)


# --8<-- [end:step]


if __name__ == "__main__":
    logits = setup(16, "eager", "cpu")()
    print(logits.numpy().argmax(axis=1))
