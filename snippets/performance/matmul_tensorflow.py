import numpy as np
import tensorflow as tf

# --8<-- [start:step]
# As in PyTorch: no TF32 on a GPU unless asked for.
tf.config.experimental.enable_tensor_float_32_execution(False)


def setup(size, mode, device):
    draw = np.random.default_rng(0).standard_normal
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        a, b = (
            tf.constant(draw((size, size), "float32")) for _ in range(2)
        )

    def product(a, b):
        return a @ b

    if mode != "eager":
        product = tf.function(product, jit_compile=mode == "xla")
    return lambda: product(a, b)


# --8<-- [end:step]
if __name__ == "__main__":
    product = setup(64, "eager", "cpu")()
    print("shape", tuple(product.shape))
    print("first row", *(f"{value:.3f}" for value in product[0, :6]))
