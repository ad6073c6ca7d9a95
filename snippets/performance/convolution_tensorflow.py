import numpy as np
import tensorflow as tf

# --8<-- [start:step]
# Full float32 on a GPU.
tf.config.experimental.enable_tensor_float_32_execution(False)


def setup(size, mode, device):
    draw = np.random.default_rng(0).standard_normal
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        x = tf.constant(draw((size, 56, 56, 64), "float32"))
        kernel = tf.constant(draw((3, 3, 64, 64), "float32"))

    def convolve(x, kernel):
        return tf.nn.conv2d(x, kernel, strides=1, padding="SAME")

    if mode != "eager":
        convolve = tf.function(convolve, jit_compile=mode == "xla")
    return lambda: convolve(x, kernel)


# --8<-- [end:step]
if __name__ == "__main__":
    images = setup(1, "eager", "cpu")()
    part = images[:, ::8, ::8]
    print("shape", tuple(images.shape))
    print("first pixel", *(f"{v:.2f}" for v in images[0, 0, 0, :6]))
