import keras
import numpy as np
import tensorflow as tf

DONE = 10_000  # steps: the corrections of a fresh start are over


# --8<-- [start:step]
def setup(size, mode, device):
    draw = np.random.default_rng(0).uniform
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        parameters = [
            tf.Variable(tf.zeros((64, 64))) for _ in range(size)
        ]
        gradients = [
            tf.constant(draw(1e-5, 2e-5, (64, 64)), tf.float32)
            for _ in range(size)
        ]
        optimizer = keras.optimizers.Adam(0.001, epsilon=1e-12)
        optimizer.build(parameters)
        optimizer.iterations.assign(DONE)

    @tf.function(jit_compile=mode == "xla")
    def apply():
        optimizer.apply(gradients, parameters)

    def step():
        apply()
        return parameters, optimizer

    return step


# --8<-- [end:step]
def comparable(value):
    parameters, optimizer = value
    states = optimizer.variables[2:]  # after the count and the rate
    return list(zip(parameters, states[::2], states[1::2], strict=True))


if __name__ == "__main__":
    step = setup(8, "compiled", "cpu")
    for _ in range(5):
        updated = comparable(step())
    part = [[a[:2] for a in arrays] for arrays in updated]
    numbers = zip(
        ("parameter", "first moment", "second moment"),
        part[0],
        strict=True,
    )
    for name, array in numbers:
        print(name, *(f"{v:.4g}" for v in array[0, :4]))
