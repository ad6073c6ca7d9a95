import keras
import numpy as np
import tensorflow as tf


# --8<-- [start:step]
def setup(size, mode, device):
    draw = np.random.default_rng(0).standard_normal
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        parameters = [
            tf.Variable(tf.zeros((64, 64))) for _ in range(size)
        ]
        gradients = [
            tf.constant(draw((64, 64), "float32")) for _ in range(size)
        ]
        optimizer = keras.optimizers.Adam(0.001, epsilon=1e-12)
        optimizer.build(parameters)

    @tf.function(jit_compile=mode == "xla")
    def apply():
        optimizer.apply(gradients, parameters)

    def step():
        apply()
        return parameters

    return step


# --8<-- [end:step]
if __name__ == "__main__":
    step = setup(8, "compiled", "cpu")
    for _ in range(5):
        parameters = step()
    part = [parameter[:8] for parameter in parameters]
    print("after 5 steps", *(f"{v:.6f}" for v in part[0][0, :4]))
