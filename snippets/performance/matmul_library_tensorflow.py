import numpy as np
import tensorflow as tf


# --8<-- [start:step]
def setup(size, mode, device):
    draw = np.random.default_rng(0).standard_normal
    a, b = (
        tf.constant(draw((size, size), "float32")) for _ in range(2)
    )
    return lambda: tf.matmul(a, b)


# --8<-- [end:step]
if __name__ == "__main__":
    product = setup(64, "eager", "cpu")()
    print("shape", tuple(product.shape))
    print("first row", *(f"{value:.3f}" for value in product[0, :6]))
