import keras
import numpy as np
import tensorflow as tf

# --8<-- [start:step]
# As in PyTorch: no TF32 on a GPU unless asked for.
tf.config.experimental.enable_tensor_float_32_execution(False)


def setup(size, mode, device):
    draw = np.random.default_rng(0).standard_normal
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        query, key, value = (
            tf.constant(swap(draw((2, 8, size, 64), "float32")))
            for _ in range(3)
        )

    def attend(query, key, value):
        return keras.ops.dot_product_attention(query, key, value)

    if mode != "eager":
        attend = tf.function(attend, jit_compile=mode == "xla")
    return lambda: attend(query, key, value)


def swap(heads):
    """Keras has the tokens before the heads."""
    return np.swapaxes(heads, 1, 2)


comparable = swap


# --8<-- [end:step]
if __name__ == "__main__":
    heads = comparable(setup(64, "eager", "cpu")())
    part = heads[:, :, ::16]
    print("shape", tuple(heads.shape))
    print("first row", *(f"{v:.4f}" for v in heads[0, 0, 0, :6]))
