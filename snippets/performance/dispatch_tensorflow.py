import tensorflow as tf


# --8<-- [start:step]
def setup(size, mode, device):
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        x = tf.constant([0.5])
        y = tf.constant([1.01])

    def multiply(x, y):
        for _ in range(size):
            x = x * y
        return x

    if mode != "eager":
        multiply = tf.function(multiply, jit_compile=mode == "xla")
    return lambda: multiply(x, y)


# --8<-- [end:step]
if __name__ == "__main__":
    product = setup(10, "eager", "cpu")()
    print(f"after 10 multiplications: {product[0]:.5f}")
