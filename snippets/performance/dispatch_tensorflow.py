import tensorflow as tf


# --8<-- [start:step]
def setup(size, mode, device):
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        x = tf.constant([0.5])
        y = tf.constant([0.25])

    def add(x, y):
        for _ in range(size):
            x = x + y
        return x

    if mode != "eager":
        add = tf.function(add, jit_compile=mode == "xla")
    return lambda: add(x, y)


# --8<-- [end:step]
if __name__ == "__main__":
    total = setup(10, "eager", "cpu")()
    print(f"after 10 additions: {total[0]:.2f}")
